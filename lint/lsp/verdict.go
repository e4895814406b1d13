package lsp

import (
	"strings"

	"github.com/mplint/mplint/categories"
	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/project"
	"github.com/mplint/mplint/lint/rule"
	"github.com/mplint/mplint/lint/source"
)

// verdict says how the program stands to a request: what its category lists
// and what its config declares. It is empty for a file of no program.
func (e *explainer) verdict(r *project.Request) string {
	if e.home == nil || len(r.DataTypes) == 0 || r.Capability.Request == platform.Unjudged && r.Capability.Kind != platform.Scope {
		return ""
	}
	cfg := e.home.Config
	if len(cfg.Categories) == 0 {
		return e.say("**Verdict:** none, the program has no category yet", "**结论：**尚未设置类别，无法判断")
	}
	asked := *r
	if asked.File = (&source.File{Path: e.shown()}); r.File != nil && r.File.Data != nil {
		asked.File = r.File
	}
	v := rule.Judge(&asked, categories.NewAllowance(cfg.Categories, cfg.Services), cfg, e.home.Root)
	var out []string
	add := func(types []string, en, zh string) {
		if len(types) > 0 {
			out = append(out, "`"+strings.Join(types, "`, `")+"` "+e.say(en, zh, e.categories()))
		}
	}
	add(v.Beyond, "is not in the necessary set of %s: make it optional, refusable and asked on use", "不属于%s的必要个人信息：须做成可选、可拒绝、用到时再申请")
	add(v.Conditional, "is necessary in %s only for a service that the config does not name", "仅在提供特定服务时属于%s的必要个人信息，配置未声明该服务")
	add(v.Optional, "is beyond the necessary set of %s and declared optional", "不属于%s的必要个人信息，已声明为可选")
	add(v.Within, "is in the necessary set of %s", "属于%s的必要个人信息")
	if len(out) == 0 {
		return ""
	}
	return e.say("**Verdict:** ", "**结论：**") + strings.Join(out, e.say("; ", "；"))
}

// shown is the document's path as results name it.
func (e *explainer) shown() string {
	if root := e.folder.absolute(e.home.Root); within(e.path, root) {
		return strings.TrimPrefix(e.home.Root+"/"+strings.TrimPrefix(slashed(e.path[len(root):]), "/"), "./")
	}
	return slashed(e.path)
}

// categories names the categories of the program with their article.
func (e *explainer) categories() string {
	var out []string
	for _, c := range e.home.Config.Categories {
		out = append(out, e.say("category %[1]d %[2]s (article 5, item %[1]d)", "第 %[1]d 类“%[2]s”（第五条第（%[1]d）项）", c.Number, c.Name(e.lang)))
	}
	return strings.Join(out, e.say(" and ", "、"))
}
