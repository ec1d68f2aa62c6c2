using TechPlan.Domain;
using TechPlan.Functions.Forms;

namespace TechPlan.Functions.Correspondence.Requests;

/// <summary>The district's paper form does not ask for the submitter's address: a mail has one.</summary>
internal static class SubmitterAddress
{
    /// <summary>The reading with the address of whoever the request can come from; one on the form gives way to it, and is named.</summary>
    internal static FormReading Put(FormReading reading, EmailAddress address)
    {
        var typed = reading.Typed[FormPointers.SubmitterEmail];
        var remark = typed is null || EmailAddress.TryParse(typed) == address ? null : $"The form says {typed.Trim()}; we use {address}.";
        return reading with
        {
            Draft = reading.Draft with { SubmitterEmail = address.Value },
            Typed = reading.Typed with { Fields = [.. reading.Typed.Fields.Where(field => field.Pointer != FormPointers.SubmitterEmail), new TypedField(FormPointers.SubmitterEmail, address.Value)] },
            Problems = [.. reading.Problems.Where(problem => problem.Pointer != FormPointers.SubmitterEmail)],
            Fields =
            [
                .. reading.Fields.Where(field => field.Pointer != FormPointers.SubmitterEmail),
                new ReadField(FormPointers.SubmitterEmail, address.Value, address.Value, "", remark is null ? Certainty.Exact : Certainty.Understood, remark),
            ],
        };
    }
}
