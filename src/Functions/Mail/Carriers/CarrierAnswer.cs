namespace TechPlan.Functions.Mail.Carriers;

/// <summary>What a carrier made of a mail. Reasons are short codes without personal data: they are stored and logged.</summary>
internal abstract record CarrierAnswer
{
    private CarrierAnswer()
    {
    }

    /// <summary>Everything is done but the sending itself, under the carrier's own id.</summary>
    public sealed record Ready(string ProviderId) : CarrierAnswer;

    /// <summary>The carrier has taken it, now or before.</summary>
    public sealed record Sent(string? ProviderId) : CarrierAnswer;

    /// <summary>Not now.</summary>
    /// <param name="At">When the carrier asked to be tried again; null when it gave no time.</param>
    public sealed record Later(DateTimeOffset? At, string Reason) : CarrierAnswer;

    /// <summary>Not by this carrier, however often it is asked.</summary>
    public sealed record Refused(string Reason) : CarrierAnswer;
}
