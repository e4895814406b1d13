package project

import (
	"github.com/mplint/mplint/lint/scan"
	"github.com/mplint/mplint/lint/source"
)

// aliases returns the other names that an own script gives to the platform's
// object and its members, and the places where the object goes out of sight.
// In bundles, whose short names mean something else in every function, none
// are followed.
func (c *collector) aliases() ([]scan.Alias, []int) {
	if c.task.origin != Own {
		return nil, nil
	}
	return c.script.Aliases(c.platform.Object)
}

// standsFor reports whether a name is an alias of the object itself.
func standsFor(aliases []scan.Alias, name string) bool {
	for _, a := range aliases {
		if a.Name == name && a.Member == (source.Range{}) {
			return true
		}
	}
	return false
}

// memberAlias records the calls of a member under another name, as after
// const { getLocation: loc } = wx.
func (c *collector) memberAlias(a scan.Alias) {
	member := string(c.data[a.Member.Start:a.Member.End])
	apis := c.platform.APIs(member)
	if len(apis) == 0 {
		return
	}
	c.script.Uses(a.Name, func(at, paren int) {
		c.apis = apis
		c.use(member, c.script.Range(at, at), Alias, paren)
	})
}
