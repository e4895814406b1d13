package report

import (
	"io"
	"slices"
	"strings"

	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/rule"
	"github.com/mplint/mplint/lint/source"
)

// SARIF prints a log of the Static Analysis Results Interchange Format 2.1.0.
// Columns count code points, as columnKind says. Suppressed findings are
// results too, marked as such.
func SARIF(w io.Writer, r *lint.Result, o Options) error {
	run := sarifRun{
		Tool:        sarifTool{sarifDriver{"mplint", o.Version, rule.Homepage, []sarifRule{}}},
		Invocations: []sarifInvocation{{!o.Failed}},
		ColumnKind:  "unicodeCodePoints",
		Results:     []sarifResult{},
	}
	text, used := newDescriber(r, o.Lang), sarifRulesOf(r)
	for _, x := range used {
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRuleOf(x, o.Lang))
	}
	add := func(f *rule.Finding, suppressions []sarifSuppression) {
		result := sarifResultOf(f, text)
		result.RuleIndex = slices.IndexFunc(used, func(x *rule.Rule) bool { return x.ID == f.Rule })
		result.Suppressions = suppressions
		run.Results = append(run.Results, result)
	}
	for _, f := range r.Findings {
		add(f, []sarifSuppression{})
	}
	for _, h := range r.Hidden {
		kind := "external"
		if h.InSource {
			kind = "inSource"
		}
		add(h.Finding, []sarifSuppression{{kind, "accepted", h.Reason}})
	}
	return encode(w, sarifLog{sarifSchema, "2.1.0", []sarifRun{run}}, "  ")
}

// sarifRulesOf returns the rules that the results name, in the order of all.
func sarifRulesOf(r *lint.Result) []*rule.Rule {
	seen := map[string]bool{}
	for _, f := range r.Findings {
		seen[f.Rule] = true
	}
	for _, h := range r.Hidden {
		seen[h.Finding.Rule] = true
	}
	return slices.DeleteFunc(slices.Clone(rule.All()), func(x *rule.Rule) bool { return !seen[x.ID] })
}

func sarifRuleOf(x *rule.Rule, lang string) sarifRule {
	page := rule.Doc(x.ID, lang)
	return sarifRule{
		ID: x.ID, Short: sarifText{x.Title.In(lang)}, Full: sarifText{opening(page)}, HelpURI: rule.DocURL(x.ID, lang),
		Help: sarifMarkdown{page, page}, Default: sarifConfiguration{sarifLevel(x.Severity)},
	}
}

// opening is the first paragraph of a page, behind its title.
func opening(page string) string {
	_, body, _ := strings.Cut(page, "\n\n")
	text, _, _ := strings.Cut(body, "\n\n")
	return strings.TrimSpace(text)
}

func sarifResultOf(f *rule.Finding, text describer) sarifResult {
	out := sarifResult{
		RuleID: f.Rule, Level: sarifLevel(f.Severity), Message: sarifText{escapeLinks(text.all(f))},
		Locations: []sarifLocation{{Physical: sarifPlaceOf(f.File, f.Range)}}, Fingerprints: map[string]string{"mplint/v1": f.Fingerprint},
		Properties: sarifProperties{string(f.Confidence), f.Platform, f.Capability, list(f.DataTypes)},
	}
	for i, x := range f.Related {
		l := sarifLocation{ID: i + 1, Physical: sarifPlaceOf(x.File, x.Range)}
		if s := clean(x.Message.In(text.lang)); s != "" {
			l.Message = &sarifText{escapeLinks(s)}
		}
		out.Related = append(out.Related, l)
	}
	if fix := f.Fixable(); fix != nil {
		out.Fixes = []sarifFix{sarifFixOf(fix, text.lang)}
	}
	return out
}

func sarifFixOf(fix *rule.Fix, lang string) sarifFix {
	out := sarifFix{Description: sarifText{fix.Title.In(lang)}}
	index := map[string]int{}
	for _, e := range fix.Edits {
		i, ok := index[e.File.Path]
		if !ok {
			i = len(out.Changes)
			index[e.File.Path] = i
			out.Changes = append(out.Changes, sarifChange{Artifact: sarifArtifactOf(e.File.Path)})
		}
		c := &out.Changes[i]
		c.Replacements = append(c.Replacements, sarifReplacement{sarifRegionOf(e.File, e.Range), sarifText{e.NewText}})
	}
	return out
}

func sarifPlaceOf(f *source.File, r source.Range) sarifPlace {
	return sarifPlace{sarifArtifactOf(f.Path), sarifRegionOf(f, r)}
}

func sarifArtifactOf(path string) sarifArtifact {
	uri, inside := relativeURI(path)
	if !inside {
		return sarifArtifact{URI: uri}
	}
	return sarifArtifact{uri, "%SRCROOT%"}
}

func sarifRegionOf(f *source.File, r source.Range) sarifRegion {
	start, end := f.Position(r.Start), f.Position(r.End)
	return sarifRegion{start.Line, start.Column, end.Line, end.Column}
}

func sarifLevel(s rule.Severity) string {
	if s == rule.Info {
		return "note"
	}
	return string(s)
}

// escapeLinks keeps text such as wx[name]() from being read as a link, for
// which SARIF has the form of Markdown.
func escapeLinks(s string) string {
	if !strings.Contains(s, "](") {
		return s
	}
	return strings.NewReplacer("[", `\[`, "]", `\]`).Replace(s)
}
