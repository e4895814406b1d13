package archive

import (
	"errors"
	"fmt"
	"io/fs"
	"syscall"
)

// Reason is why an archive is refused.
type Reason string

// The reasons.
const (
	NoName         Reason = "an entry without a name"
	NulInName      Reason = "a name with a NUL byte"
	Absolute       Reason = "an absolute path"
	Drive          Reason = "a path with a drive letter"
	Upward         Reason = "a path with \"..\""
	NameTooLong    Reason = "a name that is too long"
	NotHere        Reason = "a name that cannot be used on this system"
	Twice          Reason = "a name that stands twice"
	LinkOut        Reason = "a link that leads out of the archive"
	HardLink       Reason = "a hard link"
	Special        Reason = "a special file, such as a device or a sparse file"
	TooManyEntries Reason = "too many entries"
	NamesTooLarge  Reason = "too many bytes of names"
	EntryTooLarge  Reason = "a file that is too large"
	TotalTooLarge  Reason = "too large when unpacked"
	RatioTooLarge  Reason = "unpacks to far more than its own size"
	Encrypted      Reason = "encrypted"
)

// Reasons are all of them.
var Reasons = []Reason{
	NoName, NulInName, Absolute, Drive, Upward, NameTooLong, NotHere, Twice, LinkOut, HardLink, Special,
	TooManyEntries, NamesTooLarge, EntryTooLarge, TotalTooLarge, RatioTooLarge, Encrypted,
}

// RefusedError is an archive that is not unpacked because of what it holds.
type RefusedError struct {
	Why   Reason
	Entry string // the name that the archive gives, "" where no single one is meant
	Limit int64  // what was exceeded, 0 where no limit is meant
}

func (e *RefusedError) Error() string {
	text := "archive refused: " + string(e.Why)
	if e.Entry != "" {
		text += fmt.Sprintf(": %.200q", e.Entry)
	}
	if e.Limit > 0 {
		text += fmt.Sprintf(" (limit %d)", e.Limit)
	}
	return text
}

// TooLarge reports whether the archive went beyond one of the limits.
func (e *RefusedError) TooLarge() bool { return e.Limit > 0 }

// DamagedError is an archive that cannot be read.
type DamagedError struct {
	Entry string // "" for the archive as a whole
	Err   error
}

func (e *DamagedError) Error() string {
	if e.Entry != "" {
		return fmt.Sprintf("read %.200q in the archive: %v", e.Entry, e.Err)
	}
	return fmt.Sprintf("read the archive: %v", e.Err)
}

// Unwrap returns the cause.
func (e *DamagedError) Unwrap() error { return e.Err }

// HostError is a failure of the machine, such as a full disk: the archive may
// be sound.
type HostError struct{ Err error }

func (e *HostError) Error() string { return fmt.Sprintf("unpack: %v", e.Err) }

// Unwrap returns the cause.
func (e *HostError) Unwrap() error { return e.Err }

// notMade is the error for a file or folder that could not be made: because
// the machine has no room, or because of its name.
func notMade(name string, err error) error {
	switch {
	case errors.Is(err, fs.ErrExist), errors.Is(err, syscall.ENOTDIR), errors.Is(err, syscall.EISDIR):
		return &RefusedError{Why: Twice, Entry: name}
	case errors.Is(err, syscall.EILSEQ), errors.Is(err, syscall.EINVAL), errors.Is(err, syscall.ENAMETOOLONG):
		return &RefusedError{Why: NotHere, Entry: name}
	}
	return &HostError{err}
}

// damaged keeps the errors that say more.
func damaged(name string, err error) error {
	var refused *RefusedError
	if errors.As(err, &refused) {
		return refused
	}
	return &DamagedError{name, err}
}

// tell hides the temporary folder, which means nothing to anybody.
func tell(err error) error {
	var host *HostError
	var at *fs.PathError
	if errors.As(err, &host) && errors.As(err, &at) {
		return &HostError{at.Err}
	}
	return err
}
