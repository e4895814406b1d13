package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/tidwall/gjson"

	"github.com/mplint/mplint/categories"
	"github.com/mplint/mplint/lint/report"
)

// batchLines is where the lines of a batch go.
type batchLines struct {
	path string
	out  io.Writer
	file *os.File // nil for stdout
	end  int64    // of the last whole line of a regular file, else -1
}

// write writes one whole line, or takes away what came of it.
func (l *batchLines) write(line []byte) error {
	_, err := l.out.Write(line)
	switch {
	case err == nil && l.end >= 0:
		l.end += int64(len(line))
	case err == nil:
	case l.file == nil:
		return fmt.Errorf("write to stdout: %w", err)
	default:
		if l.end >= 0 {
			err = errors.Join(err, l.file.Truncate(l.end))
		}
		return plain(l.path, err)
	}
	return nil
}

// Close closes the file, which is when some disks notice that they are full.
func (l *batchLines) Close() error {
	if l.file == nil {
		return nil
	}
	return plain(l.path, l.file.Close())
}

// doneInputs is what the lines of an earlier run say.
type doneInputs struct {
	times map[string]int // by input
	total batchTotal
}

// take reports whether there is a line about an input, one for each time that
// the list names it.
func (d *doneInputs) take(input string) bool {
	input = string([]rune(input)) // as JSON writes what is not UTF-8
	if d.times[input] == 0 {
		return false
	}
	d.times[input]--
	return true
}

// openLines opens the output, and reads what an earlier run left there. A file
// that it did not write is left as it is.
func (a *app) openLines(path string, resume bool) (*batchLines, *doneInputs, error) {
	done := &doneInputs{times: map[string]int{}}
	if path == "" {
		return &batchLines{out: a.out, end: -1}, done, nil
	}
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return nil, nil, plain(path, err)
	}
	l := &batchLines{path: path, out: f, file: f, end: -1}
	info, err := f.Stat()
	switch {
	case err != nil:
	case !info.Mode().IsRegular() && resume:
		err = usage("--resume needs a file that it can read, and %s is none", "--resume 需要可读取的普通文件，而 %s 不是", path)
	case !info.Mode().IsRegular():
	case info.Size() > 0 && !resume:
		err = usage("%s has something in it: go on with --resume, or remove it first", "%s 已有内容：用 --resume 继续，或先将其删除", path)
	default:
		err = l.resume(done)
	}
	if err != nil {
		return nil, nil, errors.Join(err, f.Close())
	}
	return l, done, nil
}

// resume reads the whole lines of the file and cuts off the half one at its
// end that a killed run has left.
func (l *batchLines) resume(done *doneInputs) error {
	in := bufio.NewReader(l.file)
	l.end = 0
	for n := 1; ; n++ {
		line, err := in.ReadBytes('\n')
		if errors.Is(err, io.EOF) {
			if !startsLine(line) {
				return l.foreign(n)
			}
			break
		}
		if err != nil {
			return fmt.Errorf("read %s: %w", l.path, err)
		}
		if err := l.past(n, line, done); err != nil {
			return err
		}
		l.end += int64(len(line))
	}
	_, err := l.file.Seek(l.end, io.SeekStart)
	if err = errors.Join(err, l.file.Truncate(l.end)); err != nil {
		return plain(l.path, err)
	}
	return nil
}

// past takes note of a line of an earlier run.
func (l *batchLines) past(n int, line []byte, done *doneInputs) error {
	if !startsLine(line) || !gjson.ValidBytes(line) {
		return l.foreign(n)
	}
	v := gjson.GetManyBytes(line, "input", "error", "tool.version", "tool.dataVersion", "summary.errors", "summary.warnings", "summary.infos")
	if v[2].String() != version || v[3].String() != categories.DataVersion() {
		return usage("%s:%d was written by mplint %s (data %s): go on with that one, or begin a new file",
			"%s:%d 由 mplint %s（数据 %s）写入：请用该版本继续，或写到新文件", l.path, n, v[2].String(), v[3].String())
	}
	done.times[v[0].String()]++
	done.total.add(v[1].String() != "", report.Count{Errors: int(v[4].Int()), Warnings: int(v[5].Int()), Infos: int(v[6].Int())})
	return nil
}

func (l *batchLines) foreign(n int) error {
	return usage("%s:%d is no line of mplint batch; nothing was changed", "%s:%d 不是 mplint batch 的输出行；文件未改动", l.path, n)
}

// startsLine reports whether a text, of which the end may be missing, is a
// line of a batch.
func startsLine(text []byte) bool {
	n := min(len(text), len(report.BatchStart))
	return bytes.Equal(text[:n], []byte(report.BatchStart[:n]))
}
