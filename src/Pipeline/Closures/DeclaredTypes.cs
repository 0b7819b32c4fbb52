using Mono.Cecil;
using Research.Results;

namespace Research.Pipeline.Closures;

/// <summary>Reflection that is harmless: of a class, marked so, that makes objects of declared types alone.</summary>
/// <remarks>Which these are, its callers say by naming them, and the target by the instances among its roots; so calls on them are in the closure.</remarks>
internal static class DeclaredTypes
{
    public static bool AreFoundBy(MethodDefinition method) =>
        Generated
            .Author(method.DeclaringType)
            .CustomAttributes.Any(attribute => attribute.AttributeType.Name == nameof(FindsDeclaredTypesAttribute));
}
