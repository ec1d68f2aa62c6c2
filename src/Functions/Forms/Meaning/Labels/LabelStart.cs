namespace TechPlan.Functions.Forms.Meaning.Labels;

/// <summary>Where in a run of text a word stands that may begin a label.</summary>
internal enum LabelStart
{
    /// <summary>At the start of the run, bullets and numbers apart.</summary>
    Open,

    /// <summary>Behind a wide gap or the end of a sentence.</summary>
    Gap,

    /// <summary>Right behind another label.</summary>
    Value,

    /// <summary>Among other words.</summary>
    Inside,
}
