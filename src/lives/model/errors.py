"""Errors that tell what happened, where, and what to do next.

The hierarchy, by stage, with the exit code of the process:

    LivesError
      Unexpected    (1)
      ArchiveError  (3)   NoArchive, ArchiveExists, ArchiveAltered, ArchiveBusy,
                          ArchiveTooNew, ArchiveUnwritable, UnknownIdentifier,
                          BadSettings, UnknownPart, MissingLibrary,
                          NothingToCompare
      IntakeError   (10)  UnreadablePath, UnknownFormat, DamagedFile, TooMuch,
                          UnknownEncoding, NoText, BadSidecar
      ExtractError  (20)  NoRecipe, BadRecipe, UnknownColumn, ReaderFailed,
                          WrongTotals
      ResolveError  (30)  UnknownPerson, AmbiguousPerson, BadJudgement,
                          UnknownPassage, BadDecisions, EngineFailed
      PublishError  (40)  NothingToPublish, TargetNotEmpty, UnknownFormatName

Every concrete class has a code that is explained, with a remedy, in
`docs/errors.md`; a test keeps the two in step.
"""

from typing import ClassVar


class LivesError(Exception):
    """Base of every error a user is meant to read.

    Attributes:
        code: Stable key into `docs/errors.md`; never reused for another meaning.
        exit_code: Process exit status, one per stage, for use in scripts.
    """

    code: ClassVar[str] = ""
    exit_code: ClassVar[int] = 1

    def __init__(self, what: str, *, where: str, remedy: str) -> None:
        super().__init__(f"[{self.code}] {what}\n  at: {where}\n  do: {remedy}")
        self.what = what
        self.where = where
        self.remedy = remedy


class Several(LivesError):
    """Faults gathered in one pass, so that a person mends a list once.

    Attributes:
        faults: The first of them, as many as a person reads at one sitting.
        count: How many there are, shown or not.
    """

    _SHOWN = 20

    def __init__(self, faults: list[LivesError], *, beyond: int = 0) -> None:
        self.faults = faults[: self._SHOWN]
        self.count = len(faults) + beyond
        self.what = f"{self.count} faults"
        self.where = self.remedy = ""
        lines = [str(fault) for fault in self.faults]
        if self.count > len(self.faults):
            lines.append(f"{self.count} faults; the first {len(lines)} are shown")
        Exception.__init__(self, "\n".join(lines))

    @classmethod
    def of(cls, faults: "list[LivesError]") -> "LivesError":
        """Return a single fault itself, more of them together, groups of them as one.

        Args:
            faults: One at least.
        """
        if len(faults) == 1:
            return faults[0]
        groups = [f.faults if isinstance(f, cls) else [f] for f in faults]
        beyond = sum(f.count - len(f.faults) for f in faults if isinstance(f, cls))
        return cls([fault for group in groups for fault in group], beyond=beyond)


class Unexpected(LivesError):
    """Something happened that Lives has no words for: a fault of Lives."""

    code = "LI01"


class ArchiveError(LivesError):
    """The archive itself cannot be used as asked."""

    exit_code = 3


class NoArchive(ArchiveError):
    """There is no archive in this folder."""

    code = "AR01"


class ArchiveExists(ArchiveError):
    """A new archive would overwrite something."""

    code = "AR02"


class ArchiveAltered(ArchiveError):
    """What was received or decided is no longer what it was."""

    code = "AR03"


class ArchiveBusy(ArchiveError):
    """Another process is writing to the archive."""

    code = "AR04"


class ArchiveTooNew(ArchiveError):
    """The archive was made by a later version of Lives."""

    code = "AR05"


class ArchiveUnwritable(ArchiveError):
    """The folder is read-only, or the disk is full."""

    code = "AR06"


class UnknownIdentifier(ArchiveError):
    """Nothing in the archive bears this identifier."""

    code = "AR07"


class BadSettings(ArchiveError):
    """The archive's `archive.toml` is gone or cannot be understood."""

    code = "AR08"


class UnknownPart(ArchiveError):
    """The archive's `archive.toml` chooses a part that nobody offers."""

    code = "AR09"


class MissingLibrary(ArchiveError):
    """What the archive chooses needs a library that is not installed."""

    code = "AR10"


class NothingToCompare(ArchiveError):
    """There is no earlier build, or what was named is none."""

    code = "AR11"


class IntakeError(LivesError):
    """A file could not be taken in."""

    exit_code = 10


class UnreadablePath(IntakeError):
    """The path cannot be opened."""

    code = "IN01"


class UnknownFormat(IntakeError):
    """No reader understands this kind of file."""

    code = "IN02"


class DamagedFile(IntakeError):
    """The file is not what its format promises, or is hostile."""

    code = "IN03"


class TooMuch(IntakeError):
    """Reading the file went beyond the limits on memory, time or output."""

    code = "IN04"


class UnknownEncoding(IntakeError):
    """The bytes of a text are in no encoding that could be recognised."""

    code = "IN05"


class NoText(IntakeError):
    """The file was read, and there is no text in it."""

    code = "IN06"


class BadSidecar(IntakeError):
    """The description of a source cannot be understood."""

    code = "IN07"


class ExtractError(LivesError):
    """A passage could not be read as statements."""

    exit_code = 20


class NoRecipe(ExtractError):
    """A list was given without a recipe that says how it is read."""

    code = "EX01"


class BadRecipe(ExtractError):
    """A recipe cannot be understood."""

    code = "EX02"


class UnknownColumn(ExtractError):
    """A list has a column its recipe neither reads nor ignores."""

    code = "EX03"


class ReaderFailed(ExtractError):
    """A reader of entities did not read what it was given."""

    code = "EX05"


class WrongTotals(ExtractError):
    """A list does not come out as large as its recipe asserts."""

    code = "EX06"


class ResolveError(LivesError):
    """A question about who is who cannot be answered as asked."""

    exit_code = 30


class UnknownPerson(ResolveError):
    """Nobody is known by this name or identifier."""

    code = "RE01"


class AmbiguousPerson(ResolveError):
    """Several persons are known by this name."""

    code = "RE02"


class BadJudgement(ResolveError):
    """A judgement, or its withdrawal, makes no sense as given."""

    code = "RE03"


class UnknownPassage(ResolveError):
    """What a decision cites is not in the archive."""

    code = "RE04"


class BadDecisions(ResolveError):
    """A table of decisions cannot be taken in."""

    code = "RE05"


class EngineFailed(ResolveError):
    """Another engine of linkages could not do its work."""

    code = "RE06"


class PublishError(LivesError):
    """A release could not be made."""

    exit_code = 40


class NothingToPublish(PublishError):
    """The archive has not been built, or nothing passes the gate."""

    code = "PU01"


class TargetNotEmpty(PublishError):
    """The folder to publish into holds something that is not a memorial."""

    code = "PU02"


class UnknownFormatName(PublishError):
    """There is no exporter of this name."""

    code = "PU03"
