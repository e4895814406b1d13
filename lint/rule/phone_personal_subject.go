package rule

import (
	"slices"

	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/project"
)

var phonePersonalSubject = &Rule{
	ID:       "phone-personal-subject",
	Severity: Warning,
	Title:    Text{En: "the phone-number ability with an individual subject", Zh: "个人主体使用获取手机号能力"},
	Sources:  []string{"wechat-phone-number", "alipay-phone-number"},
	Check: func(p *Pass) {
		if p.Config.Subject != "individual" {
			return
		}
		for _, r := range p.Project.Requests {
			if r.Origin == project.Own && p.closedToIndividuals(r.Capability) && !p.besideOpenType(r) {
				p.personalSubject(r)
			}
		}
	},
}

// closedToIndividuals reports whether a capability asks for the phone number by
// an ability that only organisations get: by WeChat's gate, or on Alipay by the
// same permission as an interface for enterprises only.
func (p *Pass) closedToIndividuals(c *platform.Capability) bool {
	if c.Request != platform.Prompt || !slices.Contains(c.DataTypes, "phone-number") {
		return false
	}
	if gate, ok := p.Project.Platform.Gate(c.CategoryGate); ok {
		return gate.BySubject()
	}
	return slices.ContainsFunc(p.Project.Platform.Capabilities(), func(other *platform.Capability) bool {
		return other.Subject == platform.EnterpriseOnly && slices.Contains(other.DataTypes, "phone-number") &&
			(other == c || c.AuthSetting != "" && c.AuthSetting == other.AuthSetting)
	})
}

// besideOpenType reports whether a request is the event handler of a button
// whose open type is a request for the same.
func (p *Pass) besideOpenType(r *project.Request) bool {
	return r.Capability.Kind == platform.Attr && slices.ContainsFunc(p.Project.Requests, func(other *project.Request) bool {
		return other.File == r.File && other.Capability.Kind == platform.OpenType && other.Capability.AuthSetting == r.Capability.AuthSetting
	})
}

func (p *Pass) personalSubject(r *project.Request) {
	f := at(r)
	f.Message = T("`%s` is not open to individual subjects", "`%s` 不对个人主体开放", shown(r.Capability))
	f.Why = Text{
		En: "WeChat opens the phone-number ability to certified subjects other than individuals (of overseas ones, to some countries), so this program gets no number from it.",
		Zh: "微信的获取手机号能力只对完成认证的非个人主体开放（境外主体仅限部分国家或地区），个人主体拿不到手机号。",
	}
	id := "wechat-phone-number"
	if p.Project.Platform.ID == "alipay" {
		id = "alipay-phone-number"
		f.Why = Text{
			En: "Alipay opens the phone-number ability to enterprise mini-programs only, so this program gets no number from it.",
			Zh: "支付宝的获取会员手机号能力仅支持企业小程序，个人主体拿不到手机号。",
		}
	}
	f.Help = Text{
		En: "leave it out, or let the user type a number where the feature needs one; with another subject, set `subject` to \"enterprise\"",
		Zh: "去掉该能力，确有需要的功能可让用户自行填写号码；主体并非个人的，把配置中的 `subject` 改为 \"enterprise\"",
	}
	f.Citations = []Citation{{id, ""}}
	p.Report(f)
}
