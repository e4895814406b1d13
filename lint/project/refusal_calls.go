package project

import (
	"slices"

	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/scan"
)

// circumstances are those in which something runs once a request is refused.
type circumstances struct {
	branch Branch
	via    []Branch
	chosen bool
	tested bool
	sure   bool

	settled bool // the choice nearest to the call is known
}

// visit is a function that is read, by what makes the reading differ.
type visit struct {
	script               *flowScript
	index                int
	outcome              string
	chosen, tested, sure bool
}

// consequences gathers what the refusal of one request leads to.
type consequences struct {
	*flow
	out  Refusal
	seen map[visit]bool
}

// collect gathers the uses of the platform's object between two tokens, and in
// the own functions that are called there.
func (c *consequences) collect(s *flowScript, from, to int, with circumstances, path []Place, depth int) {
	for i := from; i < to && i < len(s.Tokens); i++ {
		if s.Kind(i) != scan.Ident {
			continue
		}
		paren := s.CallParen(i + 1)
		member := ""
		if paren >= 0 {
			member = c.memberAt(s, i)
		}
		isValue := paren < 0 && i == to-1 && (i == from || s.Is(i-1, ".") && i-2 == from)
		if member == "" && (depth == 0 || paren < 0 && !isValue || !s.hasFunction(string(s.Text(i)))) {
			continue
		}
		w, ok := c.around(s, i, from, with)
		switch {
		case !ok:
		case member != "":
			c.add(Call{
				Member: member, Argument: c.firstString(s, paren), At: s.place(i-2, i), Branch: w.branch,
				Path: path, Via: w.via, Chosen: w.chosen, Tested: w.tested, Sure: w.sure,
			})
		default:
			c.into(s, i, w, path, depth)
		}
	}
}

func (c *consequences) add(n Call) {
	if !slices.ContainsFunc(c.out.Calls, func(o Call) bool {
		return o.At == n.At && o.Branch.Outcome == n.Branch.Outcome && o.Chosen == n.Chosen && o.Tested == n.Tested && o.Sure == n.Sure
	}) {
		c.out.Calls = append(c.out.Calls, n)
	}
}

// into follows a call of an own function of the same file.
func (c *consequences) into(s *flowScript, i int, with circumstances, path []Place, depth int) {
	name := string(s.Text(i))
	dotted := s.Is(i-1, ".") || s.Is(i-1, "?.")
	if dotted && !s.standsForThis(i-2) {
		return
	}
	var found []int
	for g := range s.functions {
		fn := &s.functions[g]
		if member := fn.Kind == scan.Method || fn.Kind == scan.InClass; fn.Name == name && member == dotted {
			found = append(found, g)
		}
	}
	with.sure = with.sure && len(found) == 1
	for _, g := range found {
		fn := &s.functions[g]
		v := visit{s, g, with.branch.Outcome, with.chosen, with.tested, with.sure}
		if c.seen[v] || fn.Label == i {
			continue
		}
		c.seen[v] = true
		c.collect(s, fn.Body, fn.End, with, append(path[:len(path):len(path)], s.place(i, i)), depth-1)
	}
}

// around adds to the circumstances of a range those between its start and a
// token. It reports false for what does not follow from the refusal: what
// runs after a request was granted, or only when something else calls it.
func (c *consequences) around(s *flowScript, token, from int, w circumstances) (circumstances, bool) {
	var via []Branch
	w.settled = false
	for {
		var fn *scan.Func
		bottom := from
		if g := scan.Enclosing(s.functions, token); g >= 0 && s.functions[g].Body >= from {
			fn = &s.functions[g]
			bottom = fn.Body
		}
		if !c.conditions(s, token, bottom, &w) {
			return w, false
		}
		if fn == nil || fn.First <= from+1 || fn.Body == from {
			slices.Reverse(via)
			w.via = append(w.via[:len(w.via):len(w.via)], via...)
			return w, true
		}
		b, call := c.outcome(s, fn)
		switch {
		case call >= 0:
			if !c.handed(s, b, call, &w) {
				return w, false
			}
			if b.Member != "" {
				via = append(via, b)
			}
			token = call
		case fn.Kind == scan.Argument && isSubscription(string(s.Text(s.Callee(fn.Owner)))):
			return w, false // runs on an event
		case fn.Kind == scan.Method || fn.Kind == scan.Argument:
			w.other(fn.Name)
			token = s.Callee(fn.Owner)
			if token <= from {
				return w, false
			}
		default:
			return w, false
		}
	}
}

// other judges a function that is an option of another name than those of the
// platform: onConfirm of a component's dialog.
func (w *circumstances) other(name string) {
	switch name {
	case "confirm", "ok", "onConfirm", "onOk":
		w.chosen, w.settled = true, true
	default:
		w.tested = true
	}
}

// handed judges a function that runs with the outcome of another call.
func (c *consequences) handed(s *flowScript, b Branch, call int, w *circumstances) bool {
	name := string(s.Data[b.At.Range.Start:b.At.Range.End])
	switch {
	case b.Outcome == "":
		w.sure = w.sure && runsItsFunction(string(s.Text(call)))
	case c.isPrompt(b.Member):
		return false // granted, or the refusal of another request
	case b.Outcome == "fail" && b.Member == "getSetting":
		return false // which fails for nothing that a user does
	case w.settled:
	case b.Outcome == "success" && (b.Member == "showActionSheet" || b.Member == "" && name == "confirm"): // Dialog.confirm().then
		w.chosen, w.settled = true, true
	}
	return true
}

// isPrompt reports whether a member of the platform's object asks the user.
func (c *consequences) isPrompt(member string) bool {
	return member == "authorize" || slices.ContainsFunc(c.platform.APIs(member), asks)
}

// asks reports whether the user can refuse a capability in a dialog: a prompt,
// or something written to the device under a scope.
func asks(c *platform.Capability) bool {
	return c.Request == platform.Prompt || c.Request == platform.Write && c.Scope != ""
}

// runsItsFunction reports whether a call is known to run the function it is
// handed.
func runsItsFunction(name string) bool {
	switch name {
	case "setTimeout", "setInterval", "nextTick", "$nextTick", "forEach", "map", "Promise", "setData", "then":
		return true
	}
	return false
}
