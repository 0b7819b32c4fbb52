using Mono.Cecil;

namespace Research.Pipeline.Closures;

/// <summary>Calls through which code is reached, or input read, that no closure can see.</summary>
internal static class Forbidden
{
    private static readonly HashSet<string> Types =
    [
        "System.Activator",
        "System.AppDomain",
        "System.ComponentModel.TypeDescriptor",
        "System.Runtime.Loader.AssemblyLoadContext",
        "System.Text.Json.JsonSerializer",
    ];

    private static readonly HashSet<string> Methods =
    [
        "System.Attribute::GetCustomAttribute",
        "System.Attribute::GetCustomAttributes",
        "System.Attribute::IsDefined",
        "System.Delegate::CreateDelegate",
        "System.Delegate::DynamicInvoke",
        "System.Environment::GetEnvironmentVariable",
        "System.Environment::GetEnvironmentVariables",
        "System.Environment::GetCommandLineArgs",
        "System.Environment::GetFolderPath",
        "System.Environment::get_CommandLine",
        "System.Environment::get_CurrentDirectory",
        "System.Environment::get_MachineName",
        "System.Environment::get_OSVersion",
        "System.Environment::get_ProcessId",
        "System.Environment::get_ProcessPath",
        "System.Environment::get_UserName",
        "System.IO.Directory::GetCurrentDirectory",
        "System.DateTime::get_Now",
        "System.DateTime::get_UtcNow",
        "System.DateTime::get_Today",
        "System.DateTimeOffset::get_Now",
        "System.DateTimeOffset::get_UtcNow",
        "System.Guid::NewGuid",
        "System.Random::get_Shared",
        "System.TimeProvider::get_System",
        "System.Linq.Expressions.LambdaExpression::Compile",
        "System.Linq.Expressions.Expression`1::Compile",
        "System.Runtime.CompilerServices.RuntimeHelpers::GetUninitializedObject",
        "System.Runtime.InteropServices.Marshal::GetDelegateForFunctionPointer",
    ];

    // Of System.Type and System.Reflection only these ask for no member that the closure does not see.
    private static readonly HashSet<string> Harmless =
    [
        "System.Reflection.Assembly::GetExecutingAssembly",
        "System.Reflection.Assembly::GetManifestResourceInfo",
        "System.Reflection.Assembly::GetManifestResourceNames",
        "System.Reflection.Assembly::GetManifestResourceStream",
        "System.Reflection.MemberInfo::get_Name",
        "System.Type::GetTypeFromHandle",
        "System.Type::IsAssignableFrom",
        "System.Type::IsInstanceOfType",
        "System.Type::get_Assembly",
        "System.Type::get_FullName",
        "System.Type::get_IsValueType",
        "System.Type::get_Namespace",
        "System.Type::op_Equality",
        "System.Type::op_Inequality",
    ];

    // What a method marked ReadsOwnFields may ask besides: the fields of its own object, which the closure then holds (TypeShape).
    private static readonly HashSet<string> OfOwnFields =
    [
        "System.Type::GetFields",
        "System.Reflection.FieldInfo::GetValue",
        "System.Reflection.CustomAttributeExtensions::GetCustomAttribute",
    ];

    /// <summary>Whether a method that reads nothing but its own object's fields may call it.</summary>
    public static bool ReadsFields(MethodReference method) =>
        OfOwnFields.Contains($"{method.DeclaringType.GetElementType().FullName}::{method.Name}");

    /// <summary>Why the call cannot stand in a target's code; null where it can.</summary>
    public static string? Reason(MethodReference method)
    {
        TypeReference type = method.DeclaringType.GetElementType();
        string name = $"{type.FullName}::{method.Name}";
        bool reflects =
            (type.FullName == "System.Type" || type.Namespace.StartsWith("System.Reflection", StringComparison.Ordinal))
            && !Harmless.Contains(name);
        reflects |= type.FullName == "System.Random" && method is { Name: ".ctor", HasParameters: false };
        return type.Namespace.StartsWith("Microsoft.CSharp.RuntimeBinder", StringComparison.Ordinal) ? "uses 'dynamic'"
            : ExternalReferences.ReachesUnseenCode(method) ? $"calls {type.FullName}.{method.Name}"
            : reflects || Types.Contains(type.FullName) || Methods.Contains(name) ? $"calls {type.FullName}.{method.Name}"
            : null;
    }

    public static bool ReadsResources(MethodReference method) =>
        method.DeclaringType.FullName == "System.Reflection.Assembly"
        && method.Name.StartsWith("GetManifestResource", StringComparison.Ordinal);
}
