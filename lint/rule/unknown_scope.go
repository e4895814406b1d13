package rule

import (
	"github.com/mplint/mplint/lint/manifest"
	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/project"
	"github.com/mplint/mplint/lint/source"
)

var unknownScope = &Rule{
	ID:       "unknown-scope",
	Severity: Error,
	Title:    Text{En: "a scope that the platform does not have", Zh: "平台不存在的 scope"},
	Sources:  []string{"wechat-authorize", "wechat-minigame-authorize", "wechat-app-json", "wechat-game-json", "alipay-app-json"},
	Check: func(p *Pass) {
		p.permissions(func(n *manifest.Node) {
			if _, ok := p.Project.Platform.ScopeByName(n.Key); !ok {
				f := onManifest(p.document("permission"), n)
				p.citeManifest(f)
				f.Why = unknownWhy
				p.invalidPermission(f, n.Key)
				if name := p.respellKey(n); name != "" {
					p.offerScope(f, name, p.document("permission").Replace(n.KeyRange, n.Key, name))
				}
				p.unknownScope(f, n.Key)
			}
		})
		for _, b := range p.Project.BadScopes {
			if b.Origin == project.Own {
				f := &Finding{File: b.File, Range: b.Range, Why: unknownWhy}
				p.citeAuthorize(f)
				if name := p.respell(b.Name); name != "" {
					p.offerScope(f, name, manifest.ReplaceName(b.File, b.Range, b.Name, name))
				}
				p.unknownScope(f, b.Name)
			}
		}
	},
}

var unknownWhy = Text{En: "The platform ignores it or the call fails, so the permission is never asked for.", Zh: "平台会忽略它或调用直接失败，相应权限不会生效。"}

// citeAuthorize names the page on the scopes that a call may ask for.
func (p *Pass) citeAuthorize(f *Finding) {
	id := "wechat-authorize"
	if p.Project.Surface == platform.MiniGame {
		id = "wechat-minigame-authorize"
	}
	f.Citations = []Citation{{id, ""}}
}

func (p *Pass) offerScope(f *Finding, scope string, edits []source.Edit) {
	p.offer(f, true, T("write `%s`", "改为 `%s`", scope), edits)
}

func (p *Pass) unknownScope(f *Finding, name string) {
	f.Scope = name
	f.Message = T("%s has no scope `%s`", "%s没有 `%s` 这个 scope", Both(p.Project.Platform.NameEn, p.Project.Platform.NameZh), name)
	f.Help = Text{En: "`mplint scopes` lists the scopes there are", Zh: "用 `mplint scopes` 查看全部 scope"}
	if near := p.Project.Platform.NearestScope(name); near != "" {
		f.Help = T("did you mean `%s`?", "是否想写 `%s`？", near)
	}
	p.Report(f)
}
