namespace TechPlan.Domain.MiniGrants;

/// <summary>A field of the request form as its refusals speak of it.</summary>
/// <param name="Pointer">Where it stands in the request, as a JSON Pointer.</param>
/// <param name="Name">What people call it; begins a sentence.</param>
/// <param name="Ask">What to enter, as a whole sentence.</param>
/// <param name="Rule">The rule that asks for it.</param>
internal sealed record FormField(string Pointer, string Name, string Ask, string Rule = "MG-05")
{
    internal Refusal Missing() => Refuse("required", Ask);

    internal Refusal OutOfRange() => Refuse("out-of-range", Ask);

    internal Refusal Refuse(string code, string detail) => new(Rule, code, Pointer, detail);
}
