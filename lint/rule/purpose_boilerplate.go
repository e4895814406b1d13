package rule

import (
	"strings"
	"unicode"

	"github.com/mplint/mplint/categories"
	"github.com/mplint/mplint/lint/manifest"
)

var purposeBoilerplate = &Rule{
	ID:       "purpose-boilerplate",
	Severity: Warning,
	Title:    Text{En: "a purpose that says nothing about the program", Zh: "用途说明为模板文字或没有实际内容"},
	Sources:  []string{"wechat-app-json", "alipay-app-json", "violations-2019"},
	Check: func(p *Pass) {
		p.purposes(func(entry, desc *manifest.Node) {
			text := purposeText(desc)
			if text == "" || !p.saysNothing(text) {
				return
			}
			f := onValue(p.document("permission"), desc)
			f.Scope = entry.Key
			f.Message = T("the purpose %q does not say what the program does with the data", "用途说明“%s”没有说明具体用途", text)
			f.Why = Text{En: "The user decides by this sentence; a sample text or the bare name of the data states no purpose.", Zh: "用户凭这句话决定是否同意；照抄示例或只写数据名称等于没有说明用途。"}
			f.Help = Text{En: "name the feature: what the user gets when they agree", Zh: "写明具体功能，例如同意后用户能得到什么"}
			f.Citations = []Citation{{"violations-2019", "2(3)"}}
			p.Report(f)
		})
	},
}

// fillers are purposes that are no words about the program.
var fillers = map[string]bool{
	"test": true, "testing": true, "todo": true, "desc": true, "description": true, "xxx": true, "xx": true, "abc": true, "123": true,
	"测试": true, "描述": true, "说明": true, "用途": true, "用途说明": true, "获取权限": true, "权限": true, "授权": true, "申请权限": true,
	"location": true, "userlocation": true, "位置": true, "定位": true, "地理位置": true, "获取位置": true, "获取定位": true, "位置信息": true, "获取位置信息": true,
	"获取地理位置": true, "获取您的位置": true, "获取你的位置": true, "获取您的位置信息": true, "获取你的位置信息": true, "相机": true, "相册": true, "麦克风": true,
}

func (p *Pass) saysNothing(text string) bool {
	folded := fold(text)
	if fillers[folded] || folded == "" {
		return true
	}
	for _, s := range p.Project.Platform.Manifest().PurposeSamples {
		if fold(s.Text) == folded {
			return true
		}
	}
	t, ok := categories.FindDataType(text)
	return ok && t != nil
}

// fold keeps the letters and digits of a text, in lower case.
func fold(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, text)
}
