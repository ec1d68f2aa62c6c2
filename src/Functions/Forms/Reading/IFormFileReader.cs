namespace TechPlan.Functions.Forms.Reading;

/// <summary>Reads one kind of file. It never throws for what is in a file, and takes neither long nor much memory, whatever that is.</summary>
public interface IFormFileReader
{
    /// <summary>Whether the file's first bytes are of this kind; its name and its media type say nothing that could be trusted.</summary>
    bool Takes(ReadOnlySpan<byte> file);

    FileReading Read(ReadOnlyMemory<byte> file);
}
