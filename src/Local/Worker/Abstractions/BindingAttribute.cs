namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

[AttributeUsage(AttributeTargets.Method, AllowMultiple = false)]
public abstract class BindingAttribute : Attribute
{
    public BindingAttribute()
    {
    }
}
