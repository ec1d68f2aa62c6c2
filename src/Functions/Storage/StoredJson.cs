using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Drafts;
using TechPlan.Functions.Forms;

namespace TechPlan.Functions.Storage;

/// <summary>
/// How states and events are written to a row. The names in <see cref="States"/> and <see cref="Events"/> are part of the
/// stored data: a type may be renamed, its name here may not.
/// </summary>
public static class StoredJson
{
    private static readonly (Type Type, string Name)[] States =
    [
        (typeof(MiniGrant.UnderReview), "under-review"),
        (typeof(MiniGrant.Approved), "approved"),
        (typeof(MiniGrant.Confirmed), "confirmed"),
        (typeof(MiniGrant.Rejected), "rejected"),
        (typeof(MiniGrant.Withdrawn), "withdrawn"),
        (typeof(MiniGrant.Expired), "expired"),
        (typeof(MiniGrant.Cancelled), "cancelled"),
    ];

    private static readonly (Type Type, string Name)[] Events =
    [
        (typeof(MiniGrantEvent.Submitted), "submitted"),
        (typeof(MiniGrantEvent.ReviewReminded), "review-reminded"),
        (typeof(MiniGrantEvent.OfficeAlerted), "office-alerted"),
        (typeof(MiniGrantEvent.Approved), "approved"),
        (typeof(MiniGrantEvent.Rejected), "rejected"),
        (typeof(MiniGrantEvent.Withdrawn), "withdrawn"),
        (typeof(MiniGrantEvent.Expired), "expired"),
        (typeof(MiniGrantEvent.EarlyCountTaken), "early-count-taken"),
        (typeof(MiniGrantEvent.EarlyCountMissed), "early-count-missed"),
        (typeof(MiniGrantEvent.HeldAnyway), "held-anyway"),
        (typeof(MiniGrantEvent.CountFailed), "count-failed"),
        (typeof(MiniGrantEvent.CountRequested), "count-requested"),
        (typeof(MiniGrantEvent.CountOverdue), "count-overdue"),
        (typeof(MiniGrantEvent.Confirmed), "confirmed"),
        (typeof(MiniGrantEvent.Cancelled), "cancelled"),
    ];

    private static readonly JsonSerializerOptions Options = MakeOptions();

    /// <summary>Writes a state.</summary>
    public static string Write(MiniGrant state) => JsonSerializer.Serialize(state, Info<MiniGrant>());

    /// <summary>Writes an event.</summary>
    public static string Write(MiniGrantEvent happened) => JsonSerializer.Serialize(happened, Info<MiniGrantEvent>());

    /// <summary>Writes the facts that a request was decided with.</summary>
    public static string Write(SubmissionFacts facts) => JsonSerializer.Serialize(facts, Info<SubmissionFacts>());

    /// <summary>Writes refusals.</summary>
    public static string Write(ImmutableArray<Refusal> reasons) => JsonSerializer.Serialize(reasons, Info<ImmutableArray<Refusal>>());

    /// <summary>Writes a draft.</summary>
    public static string Write(KeptDraft draft) => JsonSerializer.Serialize(draft, Info<KeptDraft>());

    /// <summary>Writes what was typed into a form.</summary>
    public static string Write(TypedForm typed) => JsonSerializer.Serialize(typed, Info<TypedForm>());

    /// <summary>Reads what a <c>Write</c> here wrote.</summary>
    /// <typeparam name="T">The type that <c>Write</c> took.</typeparam>
    /// <exception cref="JsonException">It is something else.</exception>
    public static T Read<T>(string json) => JsonSerializer.Deserialize(json, Info<T>()) ?? throw new JsonException("The row holds no value.");

    /// <summary>The name that an event bears in storage and in the record's timeline.</summary>
    public static string NameOf(MiniGrantEvent happened) => Array.Find(Events, known => known.Type == happened.GetType()).Name;

    private static JsonTypeInfo<T> Info<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));

    private static JsonSerializerOptions MakeOptions() => new(StoredJsonContext.Default.Options)
    {
        // The text is only ever read by this class again; escaping every non-ASCII character would triple some names.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = StoredJsonContext.Default.WithAddedModifier(AddNames),
    };

    /// <summary>The domain knows nothing of JSON, so the discriminators are added here instead of by attributes there.</summary>
    private static void AddNames(JsonTypeInfo info)
    {
        if (info.Type == typeof(MiniGrant))
        {
            info.PolymorphismOptions = Named(States);
        }
        else if (info.Type == typeof(MiniGrantEvent))
        {
            info.PolymorphismOptions = Named(Events);
        }
    }

    private static JsonPolymorphismOptions Named((Type Type, string Name)[] types)
    {
        var options = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = "is", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization };
        foreach (var (type, name) in types)
        {
            options.DerivedTypes.Add(new JsonDerivedType(type, name));
        }

        return options;
    }
}
