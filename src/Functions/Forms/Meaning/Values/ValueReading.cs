namespace TechPlan.Functions.Forms.Meaning.Values;

/// <summary>What a typed text was taken for.</summary>
/// <param name="Value">Null when it cannot be understood.</param>
/// <param name="Remark">How it was understood, or what has to be asked; the sentence for the sender when it cannot be understood.</param>
internal sealed record ValueReading<T>(T? Value, Certainty Certainty, string? Remark)
    where T : struct
{
    internal static ValueReading<T> Exact(T value) => new(value, Certainty.Exact, null);

    internal static ValueReading<T> Understood(T value, string remark) => new(value, Certainty.Understood, remark);

    internal static ValueReading<T> Unsure(T value, string question) => new(value, Certainty.Unsure, question);

    internal static ValueReading<T> Unreadable(string sentence) => new(null, Certainty.Exact, sentence);
}
