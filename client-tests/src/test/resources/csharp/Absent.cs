// What the generated client refers to of libraries that Debian has not, or not as new: only as much as it takes to compile it.
using System;
using System.Threading.Tasks;

namespace JsonSubTypes
{
    internal static class OnlyNamed
    {
    }
}

namespace Polly
{
    public enum OutcomeType
    {
        Successful,
        Failure,
    }

    public interface PolicyResult<T>
    {
        OutcomeType Outcome { get; }

        T Result { get; }

        Exception FinalException { get; }
    }

    public interface ISyncPolicy<T>
    {
        PolicyResult<T> ExecuteAndCapture(Func<T> action);
    }

    public interface IAsyncPolicy<T>
    {
        Task<PolicyResult<T>> ExecuteAndCaptureAsync(Func<Task<T>> action);
    }
}

namespace Office.Client
{
    // found before those of Newtonsoft.Json, whose version 6 has no naming strategies
    public class CamelCaseNamingStrategy
    {
        public bool OverrideSpecifiedNames { get; set; }
    }

    public class DefaultContractResolver : Newtonsoft.Json.Serialization.DefaultContractResolver
    {
        public CamelCaseNamingStrategy NamingStrategy { get; set; }
    }
}
