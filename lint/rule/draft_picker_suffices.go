package rule

import (
	"slices"

	"github.com/mplint/mplint/categories"
	"github.com/mplint/mplint/lint/config"
	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/project"
)

var draftPickerSuffices = &Rule{
	ID:       "draft-picker-suffices",
	Severity: Info,
	Rulebook: config.RulebookDraft,
	Title:    Text{En: "a permission for album, contacts or storage where a picker serves", Zh: "能用系统选择器却申请相册、通讯录、存储权限"},
	Sources:  []string{"draft-2026"},
	Check: func(p *Pass) {
		for _, permission := range categories.DraftRuleByID("draft-picker-suffices").Permissions {
			if permission.Platform == p.Project.Platform.ID && !p.writes(permission.Uses) {
				p.pickerSuffices(&permission)
			}
		}
	},
}

// writes reports whether some interface writes one of the data types, so that
// the permission has a use.
func (p *Pass) writes(types []string) bool {
	return slices.ContainsFunc(p.Project.Requests, func(r *project.Request) bool {
		return r.Capability.Kind == platform.API && slices.ContainsFunc(types, func(t string) bool { return slices.Contains(r.DataTypes, t) })
	})
}

// pickerSuffices reports where own code or the manifest asks for a permission
// by its name.
func (p *Pass) pickerSuffices(permission *categories.DraftPermission) {
	for _, r := range p.Project.Requests {
		asks := r.Capability.Kind == platform.Scope || r.Capability.Kind == platform.Manifest
		if r.Origin != project.Own || !asks || r.Scope != permission.Scope {
			continue
		}
		f := at(r)
		pickers := Both(quote(permission.Pickers), quoteZh(permission.Pickers))
		f.Message = T("%s`%s` is asked for, where a picker (%s) serves", "%s申请了 `%s`，而由用户自己选取的接口（%s）已能满足", draftMark, r.Scope, pickers)
		f.cite2026("draft-picker-suffices")
		f.Help = T("if nothing but picking needs it, drop the permission and use %s; saving or writing is another matter, and nothing in the code that was read does that",
			"只是选取内容的，去掉该权限，直接用 %s；保存、写入另当别论，但已读取的代码里没有这类调用", pickers)
		p.Report(f)
	}
}
