package project

import (
	"strings"

	"github.com/mplint/mplint/lint/scan"
)

// hooks are the life-cycle functions of pages and programs, by the name under
// which the platforms and the frameworks know them.
var hooks = map[string]TriggerKind{
	"onLaunch": AppLaunch, "useLaunch": AppLaunch,
	"onLoad": PageLoad, "onReady": PageLoad, "useLoad": PageLoad, "useReady": PageLoad, "onInit": PageLoad,
	"created": PageLoad, "mounted": PageLoad, "beforeMount": PageLoad, "beforeCreate": PageLoad, "attached": PageLoad, "ready": PageLoad,
	"onMounted": PageLoad, "onBeforeMount": PageLoad, "componentDidMount": PageLoad, "componentWillMount": PageLoad, "constructor": PageLoad,
	"useEffect": PageLoad, "useMount": PageLoad, "useLayoutEffect": PageLoad, "setup": PageLoad,
	"onShow": PageShow, "useDidShow": PageShow, "componentDidShow": PageShow, "show": PageShow, "onPageShow": PageShow,
}

// causes finds what makes a function run.
func (f *flow) causes(s *flowScript, g, depth int) []Trigger {
	fn := &s.functions[g]
	switch fn.Kind {
	case scan.Argument:
		if name, ok := f.wrapped(s, fn); ok {
			return f.callers(s, &scan.Func{Name: string(s.Text(name)), Kind: scan.Assigned, First: fn.First, Label: name, Body: fn.Body, End: fn.End, Owner: -1}, depth)
		}
		return f.handedTo(s, fn)
	case scan.Method, scan.InClass:
		if t, ok := f.hook(s, fn, fn.Name); ok {
			return []Trigger{t}
		}
	case scan.Loose:
		if t, ok := f.bound(s, fn.First, s.place(fn.First, fn.First)); ok {
			return []Trigger{t}
		}
		return nil
	}
	return f.callers(s, fn, depth)
}

// hook returns the trigger that a member of page options, of a component's
// life-times or of a class is by its name.
func (f *flow) hook(s *flowScript, fn *scan.Func, name string) (Trigger, bool) {
	kind, ok := hooks[name]
	if !ok || fn.Kind == scan.Method && !f.isOptions(s, fn.Owner, name) {
		return Trigger{}, false
	}
	at := s.place(fn.Label, fn.Label)
	at.Name = name
	return f.hookTrigger(s, kind, at), true
}

func (f *flow) hookTrigger(s *flowScript, kind TriggerKind, at Place) Trigger {
	if stem := stemOf(s.rel); stem == "app" {
		if kind == PageShow {
			return Trigger{Kind: AppShow, Hook: at, Sure: true}
		}
		return Trigger{Kind: AppLaunch, Hook: at, Sure: true}
	}
	if kind == AppLaunch {
		return Trigger{Kind: OtherCause, Hook: at, Sure: true}
	}
	return f.pageTrigger(s, kind, at)
}

// isOptions reports whether an object literal holds the options of a page,
// component or program: an argument of Page and its like, a default export, or
// one of the groups of life-cycle functions inside.
func (f *flow) isOptions(s *flowScript, brace int, name string) bool {
	if s.Is(brace-1, ":") {
		switch group := string(s.Text(brace - 2)); group {
		case "lifetimes", "pageLifetimes":
			return true
		}
		return false
	}
	if s.Is(brace-1, "default") || s.Is(brace-1, "=") && s.Is(brace-2, "exports") {
		return true
	}
	if !s.Is(brace-1, "(") && !s.Is(brace-1, ",") {
		return false
	}
	return isOptionsCall(string(s.Text(s.Callee(brace - 1))))
}

func isOptionsCall(name string) bool {
	switch name {
	case "App", "Page", "Component", "Behavior", "createPage", "createApp", "createComponent", "defineComponent", "definePage", "defineOptions", "extend", "createStoreWithThis", "ComponentExt":
		return true
	}
	return false
}

// handedTo judges a function that is an argument: of a hook such as onLoad of
// the composition interface, or of a subscription.
func (f *flow) handedTo(s *flowScript, fn *scan.Func) []Trigger {
	callee := s.Callee(fn.Owner)
	kind, ok := s.hookAt(callee)
	if !ok {
		return nil
	}
	at := s.place(callee, callee)
	return []Trigger{f.hookTrigger(s, kind, at)}
}

// hookAt returns which hook of the composition interface a callee is:
// useEffect or React.useEffect.
func (s *flowScript) hookAt(callee int) (TriggerKind, bool) {
	kind, ok := hooks[string(s.Text(callee))]
	return kind, ok && (!s.Is(callee-1, ".") || s.Is(callee-2, "React"))
}

// outcome reports how a function that is handed to a call belongs to it: as
// what runs when that succeeds or fails, or as part of it. call is a token of
// the call, or -1 where the function does not simply run with it.
func (f *flow) outcome(s *flowScript, fn *scan.Func) (Branch, int) {
	switch fn.Kind {
	case scan.Argument:
		return f.argumentOutcome(s, fn)
	case scan.Method:
		open := fn.Owner - 1
		if !s.Is(open, "(") || isOptionsCall(string(s.Text(s.Callee(open)))) {
			return Branch{}, -1
		}
		switch fn.Name {
		case "success", "fail", "complete":
			return f.branch(s, fn.Name, open), s.Callee(open)
		}
	}
	return Branch{}, -1
}

func (f *flow) argumentOutcome(s *flowScript, fn *scan.Func) (Branch, int) {
	callee := s.Callee(fn.Owner)
	name := string(s.Text(callee))
	if _, isHook := s.hookAt(callee); isHook {
		return Branch{}, -1
	}
	switch {
	case name == "then" && fn.Param == 0:
		return f.settled(s, callee, "success"), callee
	case name == "then", name == "catch":
		return f.settled(s, callee, "fail"), callee
	case name == "finally":
		return f.settled(s, callee, "complete"), callee
	case isWrapper(name), isSubscription(name):
		return Branch{}, -1
	}
	return Branch{}, callee
}

// isWrapper reports whether a call gives the function it is handed back, to run
// later under another name.
func isWrapper(name string) bool {
	switch name {
	case "useCallback", "useMemo", "debounce", "throttle", "useMemoizedFn", "memo", "once", "bind":
		return true
	}
	return false
}

// wrapped returns the name that const f = debounce(() => {}) gives a function.
func (f *flow) wrapped(s *flowScript, fn *scan.Func) (name int, ok bool) {
	callee := s.Callee(fn.Owner)
	if !isWrapper(string(s.Text(callee))) {
		return 0, false
	}
	first := s.ChainStart(callee)
	return first - 2, s.Is(first-1, "=") && s.Kind(first-2) == scan.Ident
}

// isSubscription reports whether a call keeps its function for events.
func isSubscription(name string) bool {
	switch name {
	case "on", "$on", "once", "$once", "addEventListener", "addListener", "subscribe", "watch", "watchEffect", "observe", "use", "computed":
		return true
	}
	return len(name) > 2 && strings.HasPrefix(name, "on") && name[2] >= 'A' && name[2] <= 'Z'
}

// branch is the outcome of the call whose parenthesis is at token open.
func (f *flow) branch(s *flowScript, outcome string, open int) Branch {
	callee := s.Callee(open)
	return Branch{Outcome: outcome, Member: f.memberAt(s, callee), At: s.place(callee, callee)}
}

// settled is the outcome of the promise before .then or .catch at a token: of
// the first call of the chain.
func (f *flow) settled(s *flowScript, then int, outcome string) Branch {
	i := then - 2
	for s.Is(i, ")") && s.Tokens[i].Match > 0 {
		callee := s.Callee(int(s.Tokens[i].Match))
		if !s.Is(callee, "then") && !s.Is(callee, "catch") && !s.Is(callee, "finally") {
			return Branch{Outcome: outcome, Member: f.memberAt(s, callee), At: s.place(callee, callee)}
		}
		i = callee - 2
	}
	return Branch{Outcome: outcome}
}

// memberAt returns the member of the platform's object, or of the framework's,
// that token i names, or "".
func (f *flow) memberAt(s *flowScript, i int) string {
	if !s.Is(i-1, ".") && !s.Is(i-1, "?.") {
		return ""
	}
	root := string(s.Text(i - 2))
	fw := f.root.Framework
	if root == f.platform.Object || fw != nil && (root == fw.Object || strings.EqualFold(root, fw.Object)) {
		return string(s.Text(i))
	}
	return ""
}

// guardOf is the guard that an outcome is: of a dialog in which the user picks
// something, or of the platform's own privacy dialog.
func guardOf(b Branch) Guard {
	switch b.Member {
	case "showModal", "showActionSheet", "confirm":
		if b.Outcome != "fail" {
			return Chosen
		}
	case "requirePrivacyAuthorize":
		if b.Outcome == "success" {
			return Consented
		}
	}
	return NoGuard
}
