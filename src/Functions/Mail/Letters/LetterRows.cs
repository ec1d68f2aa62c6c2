namespace TechPlan.Functions.Mail.Letters;

/// <summary>The row keys of letters. One partition holds them all, so that a letter's two rows change together.</summary>
internal static class LetterRows
{
    public const string Partition = "letters";

    /// <summary>The range of what waits.</summary>
    public const string WaitingFrom = "waiting|";

    public const string WaitingUntil = "waiting}";

    /// <summary>The range of what was ever posted.</summary>
    public const string PostedFrom = "posted|";

    public const string PostedUntil = "posted}";

    public static string Waiting(string hash) => WaitingFrom + hash;

    /// <summary>What became of a letter after a carrier took it: beside its mark, in the same range.</summary>
    public static string Delivery(string hash) => $"{PostedFrom}{hash}|delivery";

    public static string Posted(string hash) => PostedFrom + hash;
}
