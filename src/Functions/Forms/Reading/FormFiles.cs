namespace TechPlan.Functions.Forms.Reading;

/// <summary>Reads a file that somebody sent, whatever kind it is.</summary>
public sealed class FormFiles(IEnumerable<IFormFileReader> readers)
{
    /// <summary>The largest file that is looked into; a form with a school's logo in it stays well below.</summary>
    public const int MaxBytes = 10 * 1024 * 1024;

    public FileReading Read(ReadOnlyMemory<byte> file) => file.Length > MaxBytes
        ? new FileReading.Unreadable(UnreadableFile.TooLarge)
        : readers.FirstOrDefault(reader => reader.Takes(file.Span))?.Read(file) ?? new FileReading.Unreadable(OtherFiles.WhyNot(file.Span));
}
