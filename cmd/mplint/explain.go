package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/mplint/mplint/categories"
	"github.com/mplint/mplint/lint/config"
	"github.com/mplint/mplint/lint/platform"
	"github.com/mplint/mplint/lint/rule"
)

func (a *app) explainCommand() *cli.Command {
	return &cli.Command{
		Name:      "explain",
		Usage:     "explain a rule, scope, interface, open type, component, data type or category",
		ArgsUsage: "NAME",
		Flags:     []cli.Flag{langFlag()},
		Action: func(c *cli.Context) error {
			if err := a.setLang(c); err != nil {
				return err
			}
			if c.NArg() != 1 {
				return usage("explain takes one name", "explain 需要且只需要一个名称")
			}
			return a.explain(c.Args().First())
		},
	}
}

func (a *app) explain(name string) error {
	if page := rule.Doc(name, a.lang); page != "" {
		fmt.Fprint(a.out, page)
		return nil
	}
	found := false
	for _, p := range platform.All() {
		found = a.explainOn(p, name) || found
	}
	if t, ok := categories.FindDataType(name); ok {
		a.explainDataType(t)
		found = true
	}
	if r, err := categories.Resolve(name); err == nil && !found {
		a.explainCategory(r.Category)
		found = true
	}
	if found {
		return nil
	}
	return a.unexplained(name)
}

func (a *app) unexplained(name string) error {
	near := config.Nearest(name, rule.IDs())
	for _, id := range rule.IDs() {
		if len(name) > 2 && strings.Contains(id, name) {
			near = append(near, id)
		}
	}
	for _, p := range platform.All() {
		near = append(near, p.Nearest(name, 2)...)
	}
	near = append(near, categories.NearestDataTypes(name)...)
	_, err := categories.Resolve(name)
	var unknown *categories.UnknownError
	if errors.As(err, &unknown) {
		near = append(near, unknown.Nearest...)
	}
	slices.Sort(near)
	near = slices.Compact(near)
	if len(near) == 0 {
		return usage("nothing is known by the name %q", "没有名为 %q 的条目", name)
	}
	return usage("nothing is known by the name %q; near it: %s", "没有名为 %q 的条目；相近的有：%s", name, strings.Join(near[:min(6, len(near))], ", "))
}

// explainOn explains the scope and the capabilities that a name stands for on
// a platform: wx.getLocation, getLocation, getPhoneNumber, camera, scope.record.
func (a *app) explainOn(p *platform.Platform, name string) bool {
	found := false
	if s, ok := p.ScopeByName(name); ok {
		a.explainScope(p, s)
		found = true
	}
	for _, c := range p.Capabilities() {
		if named(c, name) {
			a.explainCapability(p, c)
			found = true
		}
	}
	return found
}

func named(c *platform.Capability, name string) bool {
	m := &c.Match
	switch c.Kind {
	case platform.API:
		return c.Name == name || strings.HasPrefix(c.Name, name+"#") || m.Member == name || m.ObjectType+"."+m.Member == name
	case platform.Component:
		return m.Element == strings.Trim(name, "<>")
	case platform.OpenType, platform.Attr:
		return c.Name == name || slices.Contains(m.Values, name) && !m.BareIsTrue || m.Attr == name
	}
	return c.Name == name
}
