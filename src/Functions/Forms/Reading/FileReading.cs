namespace TechPlan.Functions.Forms.Reading;

/// <summary>What a file turned out to be.</summary>
public abstract record FileReading
{
    private FileReading()
    {
    }

    /// <summary>Something that can be read; whether it is the district's form is another question.</summary>
    public sealed record Document(FormDocument Form) : FileReading;

    /// <summary>Nothing that can be read.</summary>
    public sealed record Unreadable(UnreadableFile Why) : FileReading;
}

/// <summary>Why a file could not be read; the answer to its sender depends on it.</summary>
public enum UnreadableFile
{
    /// <summary>Word's format before 2007 (<c>.doc</c>).</summary>
    OldWord,

    /// <summary>A picture, or a PDF of pictures: a scan.</summary>
    Picture,

    /// <summary>It asks for a password.</summary>
    Protected,

    /// <summary>It carries a macro.</summary>
    Macro,

    /// <summary>It breaks off, or is not what it says it is.</summary>
    Damaged,

    /// <summary>It is larger, or holds more, than any form.</summary>
    TooLarge,

    /// <summary>The form itself, with nothing in it: its sender forgot to save.</summary>
    NotFilledIn,

    /// <summary>Another kind of file.</summary>
    OtherKind,
}
