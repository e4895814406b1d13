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
	flags, words, ended := split(args[1:], allFlags(root))
	if len(words) > 0 && words[0] == "help" && !ended {
		flags, words = append(flags, "--help"), words[1:]
	}
	name, isWord := "lint", false
	if len(words) > 0 && !ended {
		if root.Command(words[0]) != nil {
			name, words = words[0], words[1:]
		} else {
			isWord = true
		}
	} else if len(flags) == 1 && len(words) == 0 && isGlobal(flags[0]) {
		return []string{args[0], flags[0]}, nil
	}
	if err := checkFlags(flags, name, root); err != nil {
		return nil, err
	}
	if isWord {
		if err := maybeCommand(words[0], root); err != nil {
			return nil, err
		}
	}
	out := append([]string{args[0], name}, flags...)
	return append(append(out, "--"), words...), nil
}

func isGlobal(flag string) bool {
	return flag == "--version" || flag == "-v" || flag == "--help" || flag == "-h"
}

// split separates flags with their values from other words. ended reports that
// the first word stands behind "--", so that it is no command.
func split(args []string, known map[string]bool) (flags, words []string, ended bool) {
	for i := 0; i < len(args); i++ {
		a := args[i]
		if a == "--" {
			return flags, append(words, args[i+1:]...), len(words) == 0
		}
		if len(a) < 2 || a[0] != '-' {
			words = append(words, a)
			continue
		}
		flags = append(flags, a)
		takesValue := known[strings.TrimLeft(a, "-")]
		if takesValue && i+1 < len(args) {
			i++
			flags[len(flags)-1] = a + "=" + args[i]
		}
	}
	return flags, words, false
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

// maybeCommand objects to a word that is no path and looks like a command.
func maybeCommand(word string, root *cli.App) error {
	if _, err := os.Stat(word); err == nil || strings.ContainsAny(word, `/\.`) {
		return nil
	}
	var names []string
	for _, c := range root.Commands {
		names = append(names, c.Name)
	}
	if near := config.Nearest(word, names); near != nil {
		return usage("unknown command %q; did you mean %s?", word, near[0])
	}
	return usage("%q is neither a path nor a command; commands: %s", word, strings.Join(names, ", "))
}

func checkFlags(flags []string, command string, root *cli.App) error {
	names := []string{"help", "h"}
	for _, f := range root.Command(command).Flags {
		names = append(names, f.Names()...)
	}
	for _, f := range flags {
		name, _, _ := strings.Cut(strings.TrimLeft(f, "-"), "=")
		if slices.Contains(names, name) {
			continue
		}
		if near := config.Nearest(name, names); near != nil {
			return usage("unknown flag %q of %s; did you mean --%s?", f, command, near[0])
		}
		return usage("unknown flag %q; `mplint %s --help` lists the flags", f, command)
	}
	return nil
}

// oneOf checks the value of a flag.
func oneOf(flag, value string, values []string) error {
	if slices.Contains(values, value) {
		return nil
	}
	if near := config.Nearest(value, values); near != nil {
		return usage("unknown %s %q; did you mean %s?", flag, value, near[0])
	}
	return usage("unknown %s %q; one of %s", flag, value, strings.Join(values, ", "))
}
