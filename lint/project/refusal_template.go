package project

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/scan"
	"github.com/mplint/mplint/lint/source"
)

// refusing matches the text of a button by which a user declines.
var refusing = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)拒绝|不同意|不接受|暂不|^\s*取消\s*$|disagree|decline|refuse|reject`)
})

// consentButton is the open type by which the user agrees to the privacy terms.
const consentButton = "agreePrivacyAuthorization"

// isAnswered reports whether what a refusal of a button leads to is read: of
// one that asks for data, and of the one for the privacy terms.
func isAnswered(c *platform.Capability) bool {
	return c.Kind == platform.OpenType && (c.Request == platform.Prompt || slices.Contains(c.Match.Values, consentButton))
}

// refusalOfButton returns what a program does when the user refuses what a
// button of a template asks for: what the handler of its answer does with a
// no, and what the button beside a consent button leads to.
func (f *flow) refusalOfButton(r *Request) Refusal {
	c := consequences{flow: f, seen: map[visit]bool{}}
	if slices.Contains(r.Capability.Match.Values, consentButton) {
		c.besideConsent(r)
		return c.out
	}
	for _, e := range f.elements(r.File) {
		if e.Open.Start <= r.Range.Start && r.Range.End <= e.Open.End {
			c.answer(r, e.Attributes)
			c.out.NoOther = c.onlyButton(r, &e)
		}
	}
	return c.out
}

// besideConsent reads the buttons of a template that have a no on them.
func (c *consequences) besideConsent(r *Request) {
	data := c.textOf(r.File)
	var open scan.Element
	var attributes []scan.Attribute
	scan.Elements(data, source.SkipBOM(data), len(data), scan.TemplateVisitor{
		Element: func(e *scan.Element) { open, attributes = *e, slices.Clone(e.Attributes) },
		Text: func(text source.Range) {
			if open.Open.End <= text.Start && refusing().Match(data[text.Start:text.End]) {
				c.declined(r, &open, attributes)
			}
		},
		Close: func(source.Range) { attributes = nil },
	})
}

// answer reads the handler that is told what the user said to a button. Only
// what it does with a no belongs to the refusal.
func (c *consequences) answer(r *Request, attributes []scan.Attribute) {
	c.out.Known = slices.Contains(r.Capability.Match.Values, "getAuthorize") // a refusal has an event of its own
	for i := range attributes {
		name := strings.ToLower(string(r.File.Data[attributes[i].Name.Start:attributes[i].Name.End]))
		if strings.HasSuffix(name, "phonenumber") || strings.HasSuffix(name, "userinfo") {
			c.handlers(r, &attributes[i], "complete")
		}
		if strings.HasSuffix(name, "error") {
			c.out.Handled = true
			c.handlers(r, &attributes[i], "fail")
		}
	}
	c.out.Calls = slices.DeleteFunc(c.out.Calls, func(call Call) bool { return call.Branch.Outcome != "fail" })
}

// onlyButton reports whether an element is a dialog of a library whose button to
// confirm is the request, with neither a button to cancel nor a tap beside it
// to close.
func (c *consequences) onlyButton(r *Request, e *scan.Element) bool {
	data, confirms := r.File.Data, false
	if name := strings.ToLower(string(data[e.Name.Start:e.Name.End])); !strings.HasSuffix(name, "dialog") && !strings.HasSuffix(name, "modal") {
		return false
	}
	for i := range e.Attributes {
		name := platform.FoldAttr(string(data[e.Attributes[i].Name.Start:e.Attributes[i].Name.End]))
		switch {
		case strings.HasSuffix(name, "confirmbuttonopentype"):
			confirms = true
		case strings.Contains(name, "cancel"), strings.Contains(name, "close"), strings.Contains(name, "slot"):
			return false
		}
	}
	return confirms
}

// declined reads what a button with a no on it leads to.
func (c *consequences) declined(r *Request, e *scan.Element, attributes []scan.Attribute) {
	data := r.File.Data
	for i := range attributes {
		name := string(data[attributes[i].Name.Start:attributes[i].Name.End])
		value := string(data[attributes[i].Value.Start:attributes[i].Value.End])
		if name == "open-type" && value == "exit" {
			at := Place{r.File, e.Open, "exit"}
			c.out.Handled, c.out.Known = true, true
			c.add(Call{Member: "exitMiniProgram", At: at, Branch: Branch{Outcome: "fail", At: at}, Sure: true})
		}
		if isEvent(name) {
			c.handlers(r, &attributes[i], "fail")
		}
	}
}

// handlers takes in the functions that an attribute binds.
func (c *consequences) handlers(r *Request, a *scan.Attribute, outcome string) {
	rel := c.relOf(r.File)
	b := Branch{Outcome: outcome, At: Place{r.File, a.Full, string(r.File.Data[a.Name.Start:a.Name.End])}}
	for _, name := range namesIn(r.File.Data[a.Value.Start:a.Value.End]) {
		for _, s := range c.scriptsOf(rel) {
			for g := range s.functions {
				if fn := &s.functions[g]; fn.Name == name {
					c.out.Handled, c.out.Known = true, true
					c.collect(s, fn.Body, fn.End, circumstances{branch: b, sure: true}, []Place{s.place(fn.Label, fn.Label)}, maxRefusal)
				}
			}
		}
	}
}

// scriptsOf returns the scripts that belong to a template.
func (f *flow) scriptsOf(rel string) []*flowScript {
	if !isSingleFile(extension(rel)) {
		beside := f.graph.beside(rel, script)
		rel = ""
		for _, t := range beside {
			if t.origin == Own {
				rel = t.rel
			}
		}
	}
	if ff := f.get(rel); rel != "" && ff != nil {
		return ff.scripts
	}
	return nil
}
