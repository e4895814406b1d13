package rule

import "strings"

// toolSays adds to a finding what WeChat's developer tool answers to it, by the
// id of the text in the platform's facts. The args fill the text's gaps in
// turn; a gap without one is shown as "…".
func (p *Pass) toolSays(f *Finding, id string, args ...string) {
	if p.Project.Platform.ID != "wechat" {
		return
	}
	text := p.Project.Platform.Reference().Error(id).Text
	for _, arg := range args {
		text = strings.Replace(text, "%s", arg, 1)
	}
	text = strings.ReplaceAll(text, "%s", "…")
	f.Gates = append(f.Gates, Gate{By: "wechat-devtools", Text: text})
	f.Why.En += " WeChat's developer tool answers `" + text + "`."
	f.Why.Zh += "微信开发者工具会提示 `" + text + "`。"
}

// invalidPermission is toolSays for a key under permission that the developer
// tool does not know.
func (p *Pass) invalidPermission(f *Finding, key string) {
	p.toolSays(f, "manifest-key-invalid", p.manifestName()+` permission["`+key+`"]`)
}
