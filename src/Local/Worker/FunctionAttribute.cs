namespace Microsoft.Azure.Functions.Worker;

/// <summary>Makes a public method a function; its name is unique in the app, whatever the case of its letters.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = false)]
public class FunctionAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
