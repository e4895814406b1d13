package rule

import (
	"path"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
	"github.com/mplint/mplint/categories"
	"github.com/mplint/mplint/lint/config"
	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/project"
)

// Verdict is how a request stands to the allowance of the category.
type Verdict struct {
	Beyond      []string // data types outside the allowance and not optional
	Conditional []string // listed only for a service that the config does not name
	Optional    []string // outside, or conditional, but declared optional
	Within      []string
	Item        *categories.Item // the conditional item, where there is one
	Category    *categories.Category
}

// Judge compares the data types of a request with the allowance. account-id is
// never judged: every program has one.
func Judge(r *project.Request, a *categories.Allowance, cfg *config.Config, root string) Verdict {
	var v Verdict
	for _, t := range r.DataTypes {
		if t == "account-id" {
			continue
		}
		j := a.Judge(t)
		switch {
		case j.Verdict == categories.Within:
			v.Within = append(v.Within, t)
		case isOptional(r, t, cfg, root):
			v.Optional = append(v.Optional, t)
		case j.Verdict == categories.Conditional:
			v.Conditional, v.Item, v.Category = append(v.Conditional, t), j.Item, j.Category
		default:
			v.Beyond = append(v.Beyond, t)
		}
	}
	return v
}

// mayRefuse adds to a finding about a request that a user who refuses keeps the
// basic service, and the article that says so: where the category does not list
// the data, and with a proviso where that is not decided. What the category
// lists a program may insist on.
func (p *Pass) mayRefuse(f *Finding, r *project.Request) {
	v := Judge(r, p.Allowance, p.Config, p.Project.Root)
	open := len(v.Conditional) > 0 || len(p.Categories) == 0
	switch {
	case len(v.Beyond) == 0 && len(v.Conditional) == 0 && len(v.Optional) == 0:
		return
	case open:
		f.Why.En += " Where the category does not list the data as necessary, a user who refuses must still get the basic service (article 4)."
		f.Why.Zh += "该信息不属于本类别必要个人信息的，用户拒绝后，基本功能服务必须仍可使用（第四条）。"
	default:
		f.Why.En += " The category does not list the data as necessary, so a user who refuses must still get the basic service (article 4)."
		f.Why.Zh += "该信息不属于本类别的必要个人信息，用户拒绝后，基本功能服务必须仍可使用（第四条）。"
	}
	f.Citations = append(f.Citations, Citation{categories.SourceID, "4"})
}

// isOptional reports whether the config declares a data type of a request
// optional where the request stands. Manifest entries and packages serve every
// page.
func isOptional(r *project.Request, dataType string, cfg *config.Config, root string) bool {
	for i := range cfg.Optional {
		o := &cfg.Optional[i]
		if !Names(o.Name, r, dataType) {
			continue
		}
		if len(o.Pages) == 0 || r.Form == project.ManifestForm || r.Origin != project.Own || onPage(o.Pages, r.File.Path, root) {
			return true
		}
	}
	return false
}

// Names reports whether a key of "optional" is one of the data types, or the
// scope or the interface of a request. A key such as "location" is a group of
// data types and the run-time name of a scope as well; a single data type, such
// as "album", is nothing else.
func Names(key string, r *project.Request, dataTypes ...string) bool {
	if t, ok := categories.FindDataType(key); ok {
		if slices.Contains(dataTypes, t.ID) || !t.IsGroup() {
			return slices.Contains(dataTypes, t.ID)
		}
	}
	c := r.Capability
	return key == r.Scope || key == c.AuthSetting || key == c.Name || strings.HasPrefix(c.Name, key+"#")
}

// onPage reports whether a file belongs to one of the pages, which are globs
// over paths relative to the root, with or without extension.
func onPage(pages []string, file, root string) bool {
	rel := file
	if root != "." {
		rel = strings.TrimPrefix(file, root+"/")
	}
	bare := strings.TrimSuffix(rel, path.Ext(rel))
	return slices.ContainsFunc(pages, func(glob string) bool {
		glob = strings.TrimPrefix(glob, "/")
		return matches(glob, rel) || matches(glob, bare)
	})
}

func matches(glob, name string) bool {
	ok, err := doublestar.Match(glob, name)
	return ok && err == nil
}

// requestSeverity is the severity of a request beyond the allowance, by how
// the data is asked for. A manifest entry weighs what the interface it names
// weighs.
func requestSeverity(p *platform.Platform, c *platform.Capability) Severity {
	kind := c.Request
	if kind == platform.Declared {
		kind = declaredKind(p, c)
	}
	switch kind {
	case platform.Prompt:
		return Error
	case platform.Unjudged:
		return Off
	}
	return Warning
}

func declaredKind(p *platform.Platform, c *platform.Capability) platform.RequestKind {
	if info, ok := p.PrivateInfo(c.Match.Value); ok {
		if api, ok := p.ByName(info.API); ok {
			return api.Request
		}
	}
	if scope, ok := p.ScopeCapability(c.Scope); ok && scope.Request != platform.Unjudged {
		return scope.Request
	}
	if info, ok := p.ScopeByName(c.Scope); ok {
		return strongest(p, info.APIs)
	}
	var apis []string
	for _, value := range c.Match.Where {
		apis = append(apis, value)
	}
	return strongest(p, apis)
}

// strongest is the kind of request of the interfaces that an entry names: a
// prompt where one of them prompts, and no more than a picker where it names
// none.
func strongest(p *platform.Platform, apis []string) platform.RequestKind {
	kind := platform.Picker
	for _, name := range apis {
		for _, c := range p.APIs(name[strings.LastIndexByte(name, '.')+1:]) {
			if c.Request == platform.Prompt {
				return platform.Prompt
			}
			if c.Request == platform.Write {
				kind = platform.Write
			}
		}
	}
	return kind
}

// Yields reports whether a request still brings anything: the platform has
// neither withdrawn the interface nor cancelled the scope.
func Yields(p *project.Project, r *project.Request) bool {
	if scope, ok := p.Platform.ScopeByName(r.Scope); ok && r.Capability.Kind == platform.Scope && scope.Status == "cancelled" {
		return false
	}
	return !withdrawn(p, r)
}

// withdrawn reports whether a request gives anonymous data only. Mini-games
// still have what mini-programs have lost.
func withdrawn(p *project.Project, r *project.Request) bool {
	if p.Surface == platform.MiniGame {
		return false
	}
	scope, ok := p.Platform.ScopeByName(r.Scope)
	return r.Capability.Withdrawn() || ok && r.Capability.Kind == platform.Scope && scope.Status == "recycled"
}

// judged visits the own requests that the allowance decides about.
func (p *Pass) judged(visit func(*project.Request, Severity)) {
	p.decided(func(r *project.Request, severity Severity) {
		if r.Origin == project.Own {
			visit(r, severity)
		}
	})
}

// decided visits the requests of every origin that the allowance decides
// about.
func (p *Pass) decided(visit func(*project.Request, Severity)) {
	if len(p.Categories) == 0 {
		return
	}
	for _, r := range p.Project.Requests {
		severity := requestSeverity(p.Project.Platform, r.Capability)
		if severity == Off || !Yields(p.Project, r) {
			continue
		}
		visit(r, severity)
	}
}
