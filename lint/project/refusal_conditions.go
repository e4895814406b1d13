package project

import (
	"strings"

	"github.com/mplint/mplint/lint/scan"
)

// conditions takes in the conditions under which a token stands, down to the
// body of a function or the start of a branch. It reports false where they say
// that the request was granted, or failed for another reason.
func (c *consequences) conditions(s *flowScript, token, bottom int, w *circumstances) bool {
	for i := token; ; {
		open := s.EnclosingOpen(i)
		limit := max(open, bottom-1)
		if !c.leftEarlier(s, limit, i, w) || !c.inStatement(s, s.ChainStart(i), limit, w) {
			return false
		}
		if open < bottom || open < 0 {
			return true
		}
		if s.Is(open, "{") && !c.behind(s, open, w) {
			return false
		}
		if open == bottom {
			return true
		}
		i = open
	}
}

// leftEarlier judges the ifs before a token that leave the function.
func (c *consequences) leftEarlier(s *flowScript, open, token int, w *circumstances) bool {
	holds := true
	s.eachLeft(open, token, func(paren int) bool {
		holds = c.condition(s, paren+1, int(s.Tokens[paren].Match), false, w)
		return holds
	})
	return holds
}

// behind judges the if (...) or else that ends before a token, with the ifs
// whose else it is.
func (c *consequences) behind(s *flowScript, i int, w *circumstances) bool {
	holds := true
	for {
		paren := -1
		if s.Is(i-1, "else") {
			paren, holds = s.conditionBefore(i-1), false
			w.tested = w.tested || paren < 0
		} else if s.Is(i-1, ")") && s.Tokens[i-1].Match > 0 {
			if p := int(s.Tokens[i-1].Match); s.Is(p-1, "if") {
				paren = p
			}
		}
		if paren < 0 {
			return true
		}
		if !c.condition(s, paren+1, int(s.Tokens[paren].Match), holds, w) {
			return false
		}
		i = paren - 1
		if !s.Is(i-1, "else") {
			return true
		}
	}
}

// inStatement judges what stands before a token in its own statement.
func (c *consequences) inStatement(s *flowScript, first, limit int, w *circumstances) bool {
	o := s.before(first, limit)
	return (o.end < 0 || c.condition(s, o.first, o.end, o.holds, w)) && (!o.branch || c.behind(s, o.first, w))
}

// operand is the condition, in the tokens [first, end), that decides in a
// statement whether what stands behind it runs: if (c) x, c && x, c ? x : y.
// end is -1 where there is none.
type operand struct {
	first, end int
	holds      bool // whether it runs where the condition holds
	branch     bool // the statement, which begins at first, is that of an if or an else
}

// before returns the condition before a token in its own statement, behind the
// token limit.
func (s *flowScript) before(token, limit int) operand {
	o := operand{end: -1, holds: true}
	other := false
	i := token - 1
	for ; i > limit; i-- {
		if s.Is(i, "else") || s.Is(i, ")") && s.Tokens[i].Match > 0 && s.Is(int(s.Tokens[i].Match)-1, "if") {
			o.branch = true
			break
		}
		if s.Tokens[i+1].NewLine && s.endsStatement(i) || s.Is(i, ";") || s.Is(i, ",") || s.Is(i, "=>") || s.Kind(i) == scan.Open {
			break
		}
		switch {
		case o.end >= 0:
		case s.Is(i, "&&"):
			o.end = i
		case s.Is(i, "||"):
			o.end, o.holds = i, false
		case s.Is(i, "?"):
			o.end, o.holds = i, !other
		case s.Is(i, ":"):
			other = true // the second branch of a ? before
		}
		if t := s.Tokens[i]; t.Kind == scan.Close && int(t.Match) > limit {
			i = int(t.Match)
		}
	}
	o.first = i + 1
	return o
}

// endsStatement reports whether a line break behind a token ends a statement.
func (s *flowScript) endsStatement(i int) bool {
	if s.Kind(i) != scan.Ident && s.Kind(i) != scan.Close && s.Kind(i) != scan.String {
		return false
	}
	for _, text := range []string{".", "?.", "&&", "||", "?", ":"} {
		if s.Is(i+1, text) {
			return false
		}
	}
	return true
}

// condition judges the tokens [first, end) of a condition that holds, or does
// not.
func (c *consequences) condition(s *flowScript, first, end int, holds bool, w *circumstances) bool {
	t := s.test(first, end)
	positive := t.positive == holds
	switch t.about {
	case aboutChoice:
		if !w.settled {
			w.chosen, w.settled = positive && !s.isForced(first), true
		}
	case aboutGrant, aboutRefusal:
		if w.branch.Outcome == "complete" {
			w.branch.Outcome = "fail"
		}
		return positive == (t.about == aboutRefusal)
	case aboutSupport:
	default:
		w.tested = true
	}
	return true
}

// subject is what a condition asks about.
type subject uint8

const (
	aboutOther   subject = iota
	aboutChoice          // what the user picked in a dialog
	aboutGrant           // whether the permission is given
	aboutRefusal         // whether the request failed because it was refused
	aboutSupport         // whether the platform has an interface
)

// test is a condition: about what, and whether it says yes to it.
type test struct {
	about    subject
	positive bool
}

// test reads the condition in the tokens [first, end).
func (s *flowScript) test(first, end int) test {
	t := test{positive: true}
	searched := s.searches(first, end)
	for i := first; i < end; i++ {
		word := strings.ToLower(strings.Trim(string(s.Text(i)), `'"`+"`"))
		isText := s.Kind(i) == scan.String
		switch {
		case s.Is(i, "!") || s.Is(i, "false") || s.Is(i, "undefined") || s.Is(i, "null") || s.Is(i, "!==") || s.Is(i, "!="):
			t.positive = !t.positive
		case searched && s.Is(i, "-") && s.Is(i+1, "1") && !s.Is(i-1, ">"), s.Is(i, "<"):
			t.positive = !t.positive
		case word == "confirm" || word == "tapindex":
			t.about = aboutChoice
		case word == "cancel" && !isText:
			t.about, t.positive = aboutChoice, !t.positive
		case word == "authsetting", word == "encrypteddata" && t.about == aboutOther:
			t.about = aboutGrant
		case word == "caniuse" && t.about == aboutOther:
			t.about = aboutSupport
		case isText && t.about == aboutOther && isOK(word):
			t.about = aboutGrant
		case isText && t.about == aboutOther && isDenial(word):
			t.about = aboutRefusal
		}
	}
	return t
}

// searches reports whether a condition looks for a text in another, so that -1
// in it, on either side, stands for "not found".
func (s *flowScript) searches(first, end int) bool {
	for i := first; i < end; i++ {
		if s.Is(i, "indexOf") || s.Is(i, "search") {
			return true
		}
	}
	return false
}

func isOK(text string) bool { return text == "ok" || strings.HasSuffix(text, ":ok") }

// isDenial reports whether a text is part of the errors by which the platforms
// say that the user has refused.
func isDenial(text string) bool {
	for _, part := range []string{"deny", "denied", "refuse", "reject", "cancel", "authorize no response", ":fail", "unauthor", "auth "} {
		if strings.Contains(text, part) {
			return true
		}
	}
	return text == "fail" || text == "auth"
}

// isForced reports whether the dialog before a token has no cancel button.
func (s *flowScript) isForced(token int) bool {
	for i := token; i > max(0, token-400); i-- {
		if !s.Is(i, "showModal") {
			continue
		}
		paren := s.CallParen(i + 1)
		if paren < 0 {
			return false
		}
		first, _, ok := s.Arg(paren, 0)
		if !ok || !s.IsObject(first) {
			return false
		}
		from, to, found, _ := s.Property(first, "showCancel")
		return found && (to == from+1 && s.Is(from, "false") || to == from+2 && s.Is(from, "!") && s.Is(from+1, "1"))
	}
	return false
}
