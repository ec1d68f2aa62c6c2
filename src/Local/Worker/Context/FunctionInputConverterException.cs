namespace Microsoft.Azure.Functions.Worker;

/// <summary>A value of the trigger does not fit the parameter that asks for it.</summary>
public class FunctionInputConverterException : FunctionWorkerException
{
    public FunctionInputConverterException(string? message)
        : base(message)
    {
    }

    public FunctionInputConverterException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
