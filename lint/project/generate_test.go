package project

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// program is one generated script.
type program struct {
	name   string // of its file, with extension
	object string // the platform's object that it uses, wx or my
	text   string
}

// generate returns n scripts, always the same for a seed, and how often each
// form stands in them. They use the platform's object in every form that
// generate_forms_test.go lists, among what generate_around_test.go has.
func generate(seed uint64, n int) (programs []program, used map[string]int) {
	g := &generator{Rand: rand.New(rand.NewPCG(seed, 1)), used: map[string]int{}}
	return g.programs(n), g.used
}

func (g *generator) programs(n int) []program {
	var programs []program
	for i := range n {
		ext := pick(g, []string{".js", ".ts", ".tsx"})
		g.object = pick(g, []string{"wx", "wx", "my"})
		g.ts, g.tsx = ext != ".js", ext == ".tsx"
		g.names = 0
		text := g.fill(pick(g, heads), 3) + g.block(6+g.IntN(6), 3)
		if g.IntN(20) == 0 {
			text = g.shadowed()
		}
		if g.IntN(4) == 0 {
			other := program{fmt.Sprintf("p%03d-other%s", i, ext), g.object, ""}
			other.text, text = g.pair(fmt.Sprintf("p%03d-other", i), text)
			programs = append(programs, other)
		}
		programs = append(programs, program{fmt.Sprintf("p%03d%s", i, ext), g.object, text})
	}
	return programs
}

// pair returns another script, which gives the object or a scope to other
// files, and a script that also uses that.
func (g *generator) pair(name, text string) (other, user string) {
	list := gives
	if !g.ts && g.IntN(2) == 0 {
		list = inJS
	}
	p := list[g.IntN(len(list))]
	base := g.names
	g.other = name
	other = g.fill(p[0], 0) + "\n"
	g.names = base
	return other, g.fill(p[1], 0) + text
}

type generator struct {
	*rand.Rand
	object  string
	ts, tsx bool
	other   string // the file that the program at hand may import
	names   int    // names made up so far in the program at hand

	used map[string]int // how often each form was written
}

func pick(g *generator, list []string) string { return list[g.IntN(len(list))] }

// block returns n statements, nested up to a depth.
func (g *generator) block(n, depth int) string {
	var out strings.Builder
	for range n {
		out.WriteString(g.statement(depth))
		out.WriteString(pick(g, []string{";\n", ";\n", "\n", "\n\n"}))
	}
	return out.String()
}

func (g *generator) statement(depth int) string {
	lists := [][]string{calls, aliases, aliases, objects, objects, keeping, lookAlikes, lookAlikes, neighbours}
	if depth > 0 {
		lists = append(lists, statements, statements, expressions, expressions)
	}
	text := g.fill(g.choose(lists), depth)
	if strings.IndexByte("([{`/<", text[0]) >= 0 {
		text = ";" + text // the line before may have no semicolon
	}
	return text
}

// expression returns an expression that holds at least one use and means the
// same wherever it stands.
func (g *generator) expression(depth int) string {
	lists := [][]string{calls, calls, passed}
	if depth > 0 {
		lists = append(lists, expressions, expressions)
	}
	return g.fill(g.choose(lists), depth)
}

// choose picks a form from one of the lists, sometimes from those that only
// the language or the platform at hand has.
func (g *generator) choose(lists [][]string) string {
	list := lists[g.IntN(len(lists))]
	special := g.IntN(3) == 0
	switch {
	case special && g.tsx && len(inTSX[&list[0]]) > 0 && g.IntN(2) == 0:
		list = inTSX[&list[0]]
	case special && g.ts && len(inTS[&list[0]]) > 0:
		list = inTS[&list[0]]
	case special && &list[0] == &calls[0]:
		list = byName[g.object]
	case special && &list[0] == &objects[0] && g.object == "wx":
		list = byConstant
	}
	return pick(g, list)
}

// shadowed returns a script in which the object's name stands for another
// library's object.
func (g *generator) shadowed() string {
	text := g.fill(pick(g, shadows), 0)
	for range 4 {
		text += g.fill(pick(g, []string{"$O.$M()\n", "call($O.$M);\n", "$O['$M']({});\n", "// $C\n"}), 0)
	}
	return text
}

// fill replaces the marks of a form: $O is the object, $M and $K are members,
// $S a scope, $F a call that gives an object and $G a method of it, $N the other
// file, $C Chinese text, $1 and $2 names of their own, $E an expression and $B
// statements.
func (g *generator) fill(form string, depth int) string {
	if g.used != nil {
		g.used[form]++
	}
	var out strings.Builder
	member, other, scope := pick(g, members[g.object]), pick(g, members[g.object]), pick(g, scopes)
	for other == member {
		other = pick(g, members[g.object])
	}
	factory := factories[g.IntN(len(factories))]
	base := g.names
	g.names += 2
	for {
		before, after, found := strings.Cut(form, "$")
		out.WriteString(before)
		if !found {
			return out.String()
		}
		switch after[0] {
		case 'O':
			out.WriteString(g.object)
		case 'M':
			out.WriteString(member)
		case 'K':
			out.WriteString(other)
		case 'F':
			out.WriteString(strings.ReplaceAll(factory[0], "$C", pick(g, chinese)))
		case 'G':
			out.WriteString(factory[1])
		case 'N':
			out.WriteString(g.other)
		case 'S':
			out.WriteString(scope)
		case 'C':
			out.WriteString(pick(g, chinese))
		case '1', '2':
			fmt.Fprintf(&out, "name%d", base+int(after[0]-'0'))
		case 'E':
			out.WriteString(g.expression(depth - 1))
		case 'B':
			out.WriteString(g.block(1+g.IntN(3), depth-1))
		default:
			out.WriteString("$" + after[:1])
		}
		form = after[1:]
	}
}

func TestGenerateIsTheSameAndUsesEveryForm(t *testing.T) {
	programs, used := generate(1, 400)
	again, _ := generate(1, 400)
	if !slices.Equal(programs, again) {
		t.Error("two runs differ")
	}
	lists := [][]string{calls, passed, keeping, aliases, objects, byConstant, lookAlikes, neighbours, expressions, statements, heads, shadows, byName["wx"], byName["my"]}
	for _, more := range []map[*string][]string{inTS, inTSX} {
		for _, list := range more {
			lists = append(lists, list)
		}
	}
	for _, p := range slices.Concat(gives, inJS) {
		lists = append(lists, p[:])
	}
	for _, form := range slices.Concat(lists...) {
		if form != "" && used[form] == 0 {
			t.Errorf("never written: %s", form)
		}
	}
}
