package rule

import "github.com/mplint/mplint/lint/project"

var withdrawnAPI = &Rule{
	ID:        "withdrawn-api",
	Severity:  Error,
	Platforms: []string{"wechat"},
	Title:     Text{En: "an identity interface that no longer returns data", Zh: "已收回、不再返回数据的身份接口"},
	Sources:   []string{"wechat-user-info-2021", "wechat-user-info-2022", "wechat-authorize-2022", "wechat-open-data"},
	Check: func(p *Pass) {
		for _, r := range p.Project.Requests {
			if r.Origin == project.Own && withdrawn(p.Project, r) {
				p.reportWithdrawn(r)
			}
		}
	},
}

func (p *Pass) reportWithdrawn(r *project.Request) {
	f := at(r)
	f.Message = T("`%s` no longer returns the user's profile", "`%s` 已不再返回用户资料", shown(r.Capability))
	if d := r.Capability.Deprecated; d != nil {
		f.Citations = []Citation{{d.Source, ""}}
		if d.Date != "" {
			f.Message = T("`%s` no longer returns the user's profile (since %s)", "`%s` 自 %[2]s 起不再返回用户资料", shown(r.Capability), d.Date)
		}
	}
	f.Why = Text{En: "It gives anonymous data: a grey picture and a fixed nickname.", Zh: "返回的是匿名数据：灰色头像和“微信用户”昵称。"}
	f.Help = Text{
		En: "let the user fill it in where the profile is needed: `<button open-type=\"chooseAvatar\">` and `<input type=\"nickname\">`",
		Zh: "在需要资料的功能里让用户自行填写：`<button open-type=\"chooseAvatar\">` 和 `<input type=\"nickname\">`",
	}
	p.Report(f)
}
