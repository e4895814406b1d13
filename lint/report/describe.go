package report

import (
	"net/url"
	"path"
	"strings"

	"github.com/mplint/mplint/lint"
	"github.com/mplint/mplint/lint/rule"
)

// describer says all of a finding in one text.
type describer struct {
	lang    string
	several map[string]bool // roots whose findings have to say which platform is meant
}

func newDescriber(r *lint.Result, lang string) describer {
	return describer{lang, severalPlatforms(r)}
}

// message is what was found.
func (d describer) message(f *rule.Finding) string {
	s := clean(f.Message.In(d.lang))
	if d.several[f.Project] {
		s += inBrackets(platformName(f.Platform, d.lang), d.lang)
	}
	return s
}

// all is what was found, why it matters and what to do, a line each.
func (d describer) all(f *rule.Finding) string {
	lines := []string{d.message(f)}
	for _, t := range []rule.Text{f.Why, f.Help} {
		if s := clean(t.In(d.lang)); s != "" {
			lines = append(lines, s)
		}
	}
	return strings.Join(lines, "\n")
}

// relativeURI is a path as a percent-encoded relative reference, and whether
// it lies in the working directory. A path that does not start there is a file
// URI.
func relativeURI(p string) (uri string, inside bool) {
	switch {
	case path.IsAbs(p):
		return (&url.URL{Scheme: "file", Path: p}).String(), false
	case len(p) > 2 && p[1] == ':' && p[2] == '/': // a drive of Windows
		return (&url.URL{Scheme: "file", Path: "/" + p}).String(), false
	}
	return (&url.URL{Path: p}).String(), p != ".." && !strings.HasPrefix(p, "../")
}

// located is one file with its findings.
type located struct {
	path     string
	findings []*rule.Finding
}

// byFile groups findings, which are ordered by path.
func byFile(findings []*rule.Finding) []located {
	var out []located
	for _, f := range findings {
		if n := len(out); n == 0 || out[n-1].path != f.File.Path {
			out = append(out, located{path: f.File.Path})
		}
		last := &out[len(out)-1]
		last.findings = append(last.findings, f)
	}
	return out
}
