using Mono.Cecil;

namespace Research.Pipeline.Closures;

/// <summary>What the compiler wrote: its names hold counters that move when a neighbour is added, so they are not used as they are.</summary>
internal static class Generated
{
    private static readonly string[] RecordMembers =
    [
        "Equals",
        "GetHashCode",
        "ToString",
        "PrintMembers",
        "op_Equality",
        "op_Inequality",
    ];

    /// <summary>A type of the author's that only its file sees: "&lt;File&gt;F" and the hash of the path, then its name.</summary>
    public static bool IsFileLocal(TypeReference type) =>
        type.Name.IndexOf(">F", StringComparison.Ordinal) is > 0 and int end
        && type.Name.Length > end + 68
        && type.Name.AsSpan(end + 66, 2).SequenceEqual("__")
        && type.Name.Substring(end + 2, 64).All(char.IsAsciiHexDigitUpper);

    public static bool Is(TypeReference type) =>
        (type.Name.StartsWith('<') && !IsFileLocal(type)) || (type.DeclaringType is { } outer && Is(outer));

    /// <summary>The type in whose source the compiler found what it generated.</summary>
    public static TypeDefinition Author(TypeDefinition type) =>
        Is(type) && type.DeclaringType is { } outer ? Author(outer) : type;

    public static bool IsAnonymous(TypeReference type) => type.Name.StartsWith("<>f__AnonymousType", StringComparison.Ordinal);

    public static bool Is(MethodReference method) => Is(method.DeclaringType.GetElementType()) || method.Name.StartsWith('<');

    // A property's field is named after the property, which its author chose.
    public static bool Is(FieldReference field) => Is(field.DeclaringType.GetElementType());

    /// <summary>A record's member that follows from its fields.</summary>
    public static bool IsRecordMember(MethodDefinition method) =>
        RecordMembers.Contains(method.Name)
        && method.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "CompilerGeneratedAttribute");

    /// <summary>Prints the members in their declared order.</summary>
    public static bool Prints(MethodDefinition method) => method.Name is "ToString" or "PrintMembers" && IsRecordMember(method);
}
