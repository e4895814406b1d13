package main

import (
	"os"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/mplint/mplint/lint/config"
)

// arrange puts a command line into the order that urfave/cli reads: program,
// command, flags, "--", paths. Flags may stand before and after the command
// and the paths; "--" ends them. A word that is neither a command nor a path,
// and a flag that the command does not have, are errors with the nearest name.
func arrange(args []string, root *cli.App) ([]string, error) {
	flags, words, ended, err := split(args[1:], allFlags(root))
	if err != nil {
		return nil, err
	}
	for len(words) > 0 && words[0] == "help" && !ended {
		flags, words = append(flags, "--help"), words[1:]
	}
	switch {
	case slices.ContainsFunc(flags, isVersion):
		return []string{args[0], "--version"}, nil
	case len(flags) > 0 && len(words) == 0 && !slices.ContainsFunc(flags, notHelp):
		return []string{args[0], "--help"}, nil
	}
	name, words, err := command(flags, words, ended, root)
	if err != nil {
		return nil, err
	}
	out := append([]string{args[0], name}, inFull(flags, root.Command(name))...)
	return append(append(out, "--"), words...), nil
}

// command takes the command off the words, lint being the default, and checks
// the flags against it. Flags come first: a value that follows an unknown flag
// looks like a path.
func command(flags, words []string, ended bool, root *cli.App) (name string, paths []string, err error) {
	name = "lint"
	arePaths := ended || len(words) == 0
	if !arePaths && root.Command(words[0]) != nil {
		name, words, arePaths = words[0], words[1:], true
	}
	if err := checkFlags(flags, name, root); err != nil || arePaths {
		return name, words, err
	}
	return name, words, maybeCommand(words[0], root)
}

func notHelp(flag string) bool { return flag != "--help" && flag != "-h" }

func isVersion(flag string) bool { return flag == "--version" || flag == "-v" }

// split separates flags with their values from other words. ended reports that
// the first word stands behind "--", so that it is no command. A flag without
// its value is an error.
func split(args []string, known map[string]bool) (flags, words []string, ended bool, err error) {
	for i := 0; i < len(args); i++ {
		a := args[i]
		if a == "--" {
			return flags, append(words, args[i+1:]...), len(words) == 0, err
		}
		if len(a) < 2 || a[0] != '-' {
			words = append(words, a)
			continue
		}
		if takesValue := known[strings.TrimLeft(a, "-")]; takesValue {
			if i+1 == len(args) || args[i+1] == "--" {
				err = usage("flag %s needs a value", "选项 %s 缺少值", a)
				continue
			}
			i++
			a += "=" + args[i]
		}
		flags = append(flags, a)
	}
	return flags, words, false, err
}

// allFlags maps every flag's name to whether it takes a value.
func allFlags(root *cli.App) map[string]bool {
	known := map[string]bool{}
	for _, c := range root.Commands {
		for _, f := range c.Flags {
			for _, name := range f.Names() {
				_, isBool := f.(*cli.BoolFlag)
				known[name] = !isBool
			}
		}
	}
	return known
}

// inFull writes short flags in full: cli takes "-c 7 --category 8" for a fault.
func inFull(flags []string, c *cli.Command) []string {
	long := map[string]string{}
	for _, f := range c.Flags {
		for _, name := range f.Names() {
			long[name] = f.Names()[0]
		}
	}
	var out []string
	for _, f := range flags {
		name, value, hasValue := strings.Cut(strings.TrimLeft(f, "-"), "=")
		if long[name] != "" {
			f = "--" + long[name]
		}
		if long[name] != "" && hasValue {
			f += "=" + value
		}
		out = append(out, f)
	}
	return out
}

// maybeCommand objects to a word that is no path and looks like a command.
func maybeCommand(word string, root *cli.App) error {
	if _, err := os.Stat(word); err == nil || word == stdinPath || strings.ContainsAny(word, `/\.`) {
		return nil
	}
	var names []string
	for _, c := range root.Commands {
		names = append(names, c.Name)
	}
	if near := config.Nearest(word, names); near != nil {
		return usage("unknown command %q; did you mean %s?", "未知的命令 %q；是否想用 %s？", word, near[0])
	}
	return usage("%q is neither a path nor a command; commands: %s", "%q 既不是路径也不是命令；命令有：%s", word, strings.Join(names, ", "))
}

func checkFlags(flags []string, command string, root *cli.App) error {
	names := []string{"help", "h"}
	for _, f := range root.Command(command).Flags {
		names = append(names, f.Names()...)
	}
	for _, f := range flags {
		f, _, _ = strings.Cut(f, "=")
		name := strings.TrimLeft(f, "-")
		if slices.Contains(names, name) {
			continue
		}
		if near := config.Nearest(name, long(names)); near != nil {
			return usage("unknown flag %q of %s; did you mean --%s?", "%[2]s 没有选项 %[1]q；是否想用 --%[3]s？", f, command, near[0])
		}
		return usage("unknown flag %q; `mplint %s --help` lists the flags", "未知的选项 %q；`mplint %s --help` 列出全部选项", f, command)
	}
	return nil
}

// long leaves out one-letter names, which are like every short word.
func long(names []string) []string {
	return slices.DeleteFunc(slices.Clone(names), func(name string) bool { return len(name) == 1 })
}

// oneOf checks the value of a flag.
func oneOf(flag, value string, values []string) error {
	if slices.Contains(values, value) {
		return nil
	}
	if near := config.Nearest(value, values); near != nil {
		return usage("unknown %s %q; did you mean %s?", "%s 没有取值 %q；是否想用 %s？", flag, value, near[0])
	}
	return usage("unknown %s %q; one of %s", "%s 没有取值 %q；可用：%s", flag, value, strings.Join(values, ", "))
}
