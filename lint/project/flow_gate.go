package project

import (
	"slices"
	"strings"

	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/scan"
	"github.com/mplint/mplint/lint/source"
)

// phoneGates finds the pages that only the phone-number button leads on from
// and that the user comes to when the program opens.
func (f *flow) phoneGates() {
	tried := map[string]bool{}
	for _, r := range f.project.Requests {
		stem := stemOf(f.relOf(r.File))
		if r.Origin != Own || !isPhoneButton(r) || !f.pages[stem] || f.tabs[stem] || tried[stem] {
			continue
		}
		tried[stem] = true
		if !f.onlyPhone(r.File) || f.leavesByItself(stem) {
			continue
		}
		gate := PhoneGate{Button: r, Page: stem, Entry: stem == f.entryPage}
		if !gate.Entry {
			gate.From = f.sentTo(stem)
		}
		if gate.Entry || len(gate.From) > 0 {
			f.project.PhoneGates = append(f.project.PhoneGates, gate)
		}
	}
}

func isPhoneButton(r *Request) bool {
	return r.Capability.Kind == platform.OpenType && r.Capability.Request == platform.Prompt && contains(r.DataTypes, "phone-number") && !r.Computed
}

// plainElements lead nowhere by themselves.
var plainElements = []string{
	"view", "text", "image", "button", "input", "textarea", "label", "checkbox", "checkbox-group", "radio", "radio-group", "icon", "block", "form",
	"swiper", "swiper-item", "scroll-view", "rich-text", "cover-view", "cover-image", "canvas", "progress", "page-meta", "wxs", "import-sjs",
	"div", "span", "p", "img", "h1", "h2", "template", "script", "style",
}

// onlyPhone reports whether nothing in a template leads on but buttons for the
// phone number. What it does not know may lead on.
func (f *flow) onlyPhone(file *source.File) bool {
	if contains([]string{".jsx", ".tsx", ".js"}, extension(file.Path)) {
		return false
	}
	for _, e := range f.elements(file) {
		if !leadsOnByPhone(file.Data, &e) {
			return false
		}
	}
	return true
}

// leadsOnByPhone reports whether an element leads nowhere, or only by asking
// for the phone number.
func leadsOnByPhone(data []byte, e *scan.Element) bool {
	name := string(data[e.Name.Start:e.Name.End])
	phone, terms, events := false, false, false
	for i := range e.Attributes {
		a := &e.Attributes[i]
		key, value := string(data[a.Name.Start:a.Name.End]), string(data[a.Value.Start:a.Value.End])
		switch {
		case contains([]string{"open-type", "openType", ":open-type"}, key):
			phone = phone || strings.Contains(strings.ToLower(value), "phonenumber")
		case key == "scope":
			phone = phone || value == "phoneNumber"
		case isTerms(value):
			terms = true
		case a.HasValue && isEvent(key) && !isEntry(key), name == "template" && key == "is":
			events = true
		}
	}
	return contains(plainElements, name) && (!events || phone) || name == "navigator" && terms
}

// isEntry reports whether an event only tells what the user fills in.
func isEntry(attribute string) bool {
	for _, event := range []string{"change", "input", "focus", "blur", "touchmove", "scroll"} {
		if strings.HasSuffix(strings.ToLower(attribute), event) {
			return true
		}
	}
	return false
}

// isTerms reports whether a handler or an address is about the terms that the
// user is asked to read.
func isTerms(value string) bool {
	value = strings.ToLower(value)
	for _, word := range []string{"agree", "privacy", "protocol", "policy", "terms", "xieyi", "yinsi"} {
		if strings.Contains(value, word) {
			return true
		}
	}
	return false
}

// going is a call that opens another page.
type going struct {
	script *flowScript
	member int    // the token of the interface's name
	to     string // the stem of the page, where it is written there
}

// goingNames are the interfaces that open another page.
var goingNames = []string{"switchTab", "reLaunch", "redirectTo", "navigateTo", "navigateBack"}

// allGoings returns the goings of all own scripts, which are read once.
func (f *flow) allGoings() []going {
	if f.goings != nil {
		return f.goings
	}
	f.goings = []going{}
	for i := range f.tasks {
		t := &f.tasks[i]
		if t.origin != Own || t.kind != script && t.kind != singleFile {
			continue
		}
		ff := f.get(t.rel)
		if ff == nil {
			continue
		}
		for _, s := range ff.scripts {
			for i := range s.Tokens {
				if s.Kind(i) != scan.Ident || !contains(goingNames, f.memberAt(s, i)) || s.CallParen(i+1) < 0 {
					continue
				}
				url, _, _ := strings.Cut(f.firstString(s, s.CallParen(i+1)), "?")
				if url != "" {
					url = stemOf(joined(s.rel, url))
				}
				f.goings = append(f.goings, going{s, i, url})
			}
		}
	}
	return f.goings
}

// leavesByItself reports whether a page opens another one with no condition and
// no tap, or in a way that could not be followed.
func (f *flow) leavesByItself(stem string) bool {
	for _, g := range f.allGoings() {
		if stemOf(g.script.rel) != stem {
			continue
		}
		triggers := f.climb(g.script, g.member, maxFlowDepth)
		byItself := slices.ContainsFunc(triggers, func(t Trigger) bool { return t.Kind != UserAction })
		if len(triggers) == 0 || byItself && !g.script.underIf(g.member) {
			return true
		}
	}
	return false
}

// underIf reports whether a token stands in the block of a condition.
func (s *flowScript) underIf(i int) bool {
	for open := i; open >= 0; {
		if s.Is(open-1, ")") && s.Tokens[open-1].Match > 0 && s.Is(int(s.Tokens[open-1].Match)-1, "if") || s.Is(open-1, "else") {
			return true
		}
		open = s.EnclosingOpen(open)
	}
	chain := s.ChainStart(i)
	return s.Is(chain-1, ")") || s.Is(chain-1, "&&")
}

// sentTo returns the life-cycle functions of the opening that send the user to
// a page without a way back.
func (f *flow) sentTo(stem string) []Trigger {
	var out []Trigger
	for _, g := range f.allGoings() {
		s, i := g.script, g.member
		if g.to != stem || !s.Is(i, "reLaunch") && !s.Is(i, "redirectTo") {
			continue
		}
		for _, t := range f.climb(s, i, maxFlowDepth) {
			opening := t.Kind == AppLaunch || t.Kind == AppShow || t.Entry && (t.Kind == PageLoad || t.Kind == PageShow)
			if opening && t.Guard == NoGuard {
				t.Path = append(slices.Clone(t.Path), s.place(i-2, i))
				out = append(out, t)
			}
		}
	}
	return out
}
