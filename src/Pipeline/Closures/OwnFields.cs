using Mono.Cecil;
using Research.Numerics;

namespace Research.Pipeline.Closures;

/// <summary>Reflection that is harmless: a method, marked so, that reads the fields of its own object and nothing else.</summary>
/// <remarks>Fields of a type that inherits such a method are then part of what its code does, names and order too.</remarks>
internal static class OwnFields
{
    public static bool Are(MethodDefinition method) =>
        method.HasCustomAttributes
        && method.CustomAttributes.Any(attribute => attribute.AttributeType.Name == nameof(ReadsOwnFieldsAttribute));

    public static bool AreReadOf(TypeDefinition type)
    {
        for (TypeDefinition? at = type; at is { IsClass: true }; at = at.BaseType?.Resolve())
        {
            if (at.Methods.Any(Are))
            {
                return true;
            }
        }

        return false;
    }
}
