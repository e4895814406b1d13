package rule_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/mplint/mplint/categories"
	"github.com/mplint/mplint/lint/rule"
)

// block is one code block of a documentation page with the file it stands for.
var block = regexp.MustCompile("(?m)^`([^`\n]+)`\n+```[a-z0-9]*\n((?s:.*?))^```$")

// section returns the text between a heading and the next one.
func section(page, heading string) string {
	_, rest, ok := strings.Cut(page, "\n## "+heading+"\n")
	if !ok {
		return ""
	}
	if text, _, more := strings.Cut(rest, "\n## "); more {
		return text + "\n"
	}
	return rest
}

func blocks(text string) map[string]string {
	files := map[string]string{}
	for _, m := range block.FindAllStringSubmatch(text, -1) {
		files[m[1]] = m[2]
	}
	return files
}

// TestExamples lints the bad and the good example of every page.
func TestExamples(t *testing.T) {
	for _, r := range rule.All() {
		t.Run(r.ID, func(t *testing.T) {
			page := rule.Doc(r.ID, "en")
			bad, good := blocks(section(page, "Bad")), blocks(section(page, "Good"))
			if len(bad) == 0 || len(good) == 0 {
				t.Fatalf("%d files in Bad, %d in Good", len(bad), len(good))
			}
			if found := severities(t, bad, r.ID); !slices.Contains(found, r.Severity) {
				t.Errorf("Bad: findings of the rule have severities %v, want %s", found, r.Severity)
			}
			if found := severities(t, good, r.ID); len(found) > 0 {
				t.Errorf("Good: the rule reports %v", found)
			}
			if found := severities(t, good, ""); slices.Contains(found, rule.Error) {
				t.Error("Good: some rule reports an error")
			}
			zh := rule.Doc(r.ID, "zh")
			if !slices.Equal(flat(page), flat(zh)) {
				t.Error("the code of the Chinese page differs from that of the English one")
			}
		})
	}
}

func flat(page string) []string {
	var all []string
	for _, m := range block.FindAllStringSubmatch(page, -1) {
		all = append(all, m[1]+"\n"+m[2])
	}
	return all
}

// severities returns those of one rule's findings, or of all for "".
func severities(t *testing.T, files map[string]string, id string) []rule.Severity {
	t.Helper()
	dir := t.TempDir()
	for name, data := range files {
		write(t, dir, name, []byte(data))
	}
	var out []rule.Severity
	for _, f := range run(t, dir).Findings {
		if id == "" || f.Rule == id {
			out = append(out, f.Severity)
		}
	}
	return out
}

// TestRulesAreWhole checks that no rule misses a piece and no piece a rule.
func TestRulesAreWhole(t *testing.T) {
	name := regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`)
	for _, r := range rule.All() {
		if !name.MatchString(r.ID) || r.Title.En == "" || r.Title.Zh == "" || r.Severity.Weight() == 0 {
			t.Errorf("%+v lacks an id, a title or a severity", r)
		}
		for _, id := range r.Sources {
			if _, ok := categories.SourceByID(id); !ok {
				t.Errorf("%s names the unknown source %q", r.ID, id)
			}
		}
		for _, lang := range []string{"en", "zh"} {
			if !strings.HasPrefix(rule.Doc(r.ID, lang), "# "+r.ID+"\n") {
				t.Errorf("%s has no page in %s that starts with its name", r.ID, lang)
			}
		}
	}
	pages, err := os.ReadDir("doc")
	if err != nil {
		t.Fatal(err)
	}
	for _, page := range pages {
		id := strings.TrimSuffix(strings.TrimSuffix(page.Name(), ".md"), ".zh")
		if _, ok := rule.ByID(id); !ok {
			t.Errorf("doc/%s belongs to no rule", page.Name())
		}
	}
}
