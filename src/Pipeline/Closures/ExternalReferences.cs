using Mono.Cecil;

namespace Research.Pipeline.Closures;

/// <summary>What the framework and packages say of their methods by attributes and constraints.</summary>
internal static class ExternalReferences
{
    private static readonly string[] Unseen = ["RequiresUnreferencedCodeAttribute", "RequiresDynamicCodeAttribute"];

    private static readonly Dictionary<string, bool> Known = [];

    /// <summary>Whether it says itself that it reaches code which an analysis cannot see.</summary>
    public static bool ReachesUnseenCode(MethodReference method)
    {
        string name = method.GetElementMethod().FullName;
        lock (Known)
        {
            if (!Known.TryGetValue(name, out bool unseen))
            {
                unseen =
                    method.GetElementMethod().Resolve() is { } definition && (Says(definition) || Says(definition.DeclaringType));
                Known.Add(name, unseen);
            }

            return unseen;
        }
    }

    /// <summary>Types of ours that it may make objects of, by a constructor without parameters: Lazy&lt;T&gt;, new T().</summary>
    public static IEnumerable<TypeDefinition> Makes(OwnCode code, MethodReference method)
    {
        TypeReference[] ofMethod = [.. (method as GenericInstanceMethod)?.GenericArguments ?? []];
        TypeReference[] ofType = [.. (method.DeclaringType as GenericInstanceType)?.GenericArguments ?? []];
        if (
            !ofMethod.Concat(ofType).Any(argument => code.Own(argument) is not null)
            || method.GetElementMethod().Resolve() is not { } definition
        )
        {
            return [];
        }

        return Made(code, definition.GenericParameters, ofMethod)
            .Concat(Made(code, definition.DeclaringType.GenericParameters, ofType));
    }

    private static IEnumerable<TypeDefinition> Made(
        OwnCode code,
        IEnumerable<GenericParameter> parameters,
        TypeReference[] arguments
    ) =>
        parameters
            .Zip(arguments)
            .Where(pair =>
                pair.First.HasDefaultConstructorConstraint
                || pair.First.CustomAttributes.Any(a => a.AttributeType.Name == "DynamicallyAccessedMembersAttribute")
            )
            .Select(pair => code.Own(pair.Second))
            .OfType<TypeDefinition>();

    private static bool Says(ICustomAttributeProvider provider) =>
        provider.CustomAttributes.Any(attribute => Unseen.Contains(attribute.AttributeType.Name));
}
