//go:build unix

package main

import (
	"os"
	"runtime"
	"syscall"
)

// peak is the peak memory of a process in kilobytes.
func peak(p *os.ProcessState) int64 {
	usage, ok := p.SysUsage().(*syscall.Rusage)
	if !ok {
		return 0
	}
	if runtime.GOOS == "darwin" {
		return usage.Maxrss / 1024
	}
	return usage.Maxrss
}
