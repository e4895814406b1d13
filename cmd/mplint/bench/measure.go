package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// figure is what one command took: seconds, and kilobytes at the peak.
type figure struct {
	Name   string  `json:"name"`
	Median float64 `json:"median"`
	Min    float64 `json:"min"`
	PeakKB int64   `json:"peakKB"`
	target float64
}

// measure times the quick commands in one run of hyperfine, warm, and the slow
// ones once each.
func measure(all []command, work string, runs int) ([]figure, error) {
	var quick []command
	for _, c := range all {
		if !c.slow {
			quick = append(quick, c)
		}
	}
	figures, err := hyperfine(quick, work, runs)
	if err != nil {
		return nil, err
	}
	var out []figure
	for _, c := range all {
		seconds, kilobytes, err := once(c)
		if err != nil {
			return nil, err
		}
		f := figure{Median: seconds, Min: seconds}
		if !c.slow {
			f, figures = figures[0], figures[1:]
		}
		f.Name, f.PeakKB, f.target = c.name, kilobytes, c.target
		out = append(out, f)
	}
	return out, nil
}

func hyperfine(list []command, work string, runs int) ([]figure, error) {
	out := filepath.Join(work, "hyperfine.json")
	args := []string{"--shell", "none", "--ignore-failure", "--style", "none", "--warmup", "1", "--runs", strconv.Itoa(max(runs, 2)), "--export-json", out}
	for _, c := range list {
		args = append(args, quote(c.args))
	}
	cmd := exec.Command("hyperfine", args...)
	cmd.Stderr = os.Stderr
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("hyperfine: %w", err)
	}
	data, err := os.ReadFile(out)
	if err != nil {
		return nil, err
	}
	var doc struct {
		Results []figure `json:"results"`
	}
	return doc.Results, json.Unmarshal(data, &doc)
}

// quote writes arguments as hyperfine splits them.
func quote(args []string) string {
	var words []string
	for _, a := range args {
		words = append(words, "'"+strings.ReplaceAll(a, "'", `'\''`)+"'")
	}
	return strings.Join(words, " ")
}

// once runs a command for its time in seconds and its peak memory in
// kilobytes, the largest of it and its children.
func once(c command) (seconds float64, kilobytes int64, err error) {
	cmd := exec.Command(c.args[0], c.args[1:]...)
	var said strings.Builder
	cmd.Stderr = &said
	start := time.Now()
	if err := cmd.Run(); cmd.ProcessState == nil || cmd.ProcessState.ExitCode() > 1 { // 1 says that something was found
		return 0, 0, fmt.Errorf("%s: %w\n%s", c.name, err, said.String())
	}
	return time.Since(start).Seconds(), peak(cmd.ProcessState), nil
}
