using Mono.Cecil;

namespace Research.Experiments.Tests;

/// <summary>Members of a tensor engine's assembly in words: "type::name(parameter types) return type", the same for ours and TorchSharp's.</summary>
internal static class EngineMembers
{
    /// <summary>What an assembly uses of another.</summary>
    public static IEnumerable<string> UsedBy(string assembly, string engine)
    {
        using var module = ModuleDefinition.ReadModule(assembly);
        foreach (MemberReference member in module.GetMemberReferences())
        {
            if (member.DeclaringType.GetElementType().Scope.Name == engine)
            {
                yield return Text(member);
            }
        }
    }

    /// <summary>All that an assembly offers to others.</summary>
    public static IEnumerable<string> OfferedBy(string assembly)
    {
        using var module = ModuleDefinition.ReadModule(assembly);
        foreach (TypeDefinition type in module.GetTypes())
        {
            foreach (
                MethodDefinition method in type.Methods.Where(method =>
                    method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly
                )
            )
            {
                yield return Text(method);
            }

            foreach (FieldDefinition field in type.Fields.Where(field => field.IsPublic))
            {
                yield return Text(field);
            }
        }
    }

    private static string Text(MemberReference member)
    {
        string type = member.DeclaringType.GetElementType().FullName;
        return member switch
        {
            MethodReference method =>
                $"{type}::{method.Name}({string.Join(',', method.Parameters.Select(parameter => Text(parameter.ParameterType)))}) {Text(method.ReturnType)}",
            FieldReference field => $"{type}::{field.Name} {Text(field.FieldType)}",
            _ => $"{type}::{member.Name}",
        };
    }

    // Nullable marks and modifiers are no part of a signature; parameters of generic types go by their places.
    private static string Text(TypeReference type) =>
        type switch
        {
            RequiredModifierType modified => Text(modified.ElementType),
            OptionalModifierType modified => Text(modified.ElementType),
            GenericInstanceType generic =>
                $"{generic.ElementType.FullName}<{string.Join(',', generic.GenericArguments.Select(Text))}>",
            ArrayType array => Text(array.ElementType) + "[]",
            GenericParameter parameter => (parameter.Type == GenericParameterType.Type ? "!" : "!!") + parameter.Position,
            _ => type.FullName,
        };
}
