using Mono.Cecil;
using Mono.Cecil.Cil;
using Research.Numerics;

namespace Research.Pipeline.Closures;

/// <summary>Who writes which static field, in all of our assemblies: state that is set outside a closure is an input that no leaf holds.</summary>
internal sealed class StaticState(OwnCode code)
{
    private readonly Lazy<Dictionary<string, List<MethodDefinition>>> _writers = new(() => Writers(code));

    /// <summary>Whether a method is a module's initialiser that is marked so; the mark means nothing on other methods.</summary>
    public static bool ShowsInNoResult(MethodDefinition method) =>
        IsMarked(method)
        && method.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "ModuleInitializerAttribute");

    private static bool IsMarked(ICustomAttributeProvider member) =>
        member.CustomAttributes.Any(attribute => attribute.AttributeType.Name == nameof(ShowsInNoResultAttribute));

    /// <exception cref="ResearchException">The field is written by a method outside the closure.</exception>
    public void Check(FieldDefinition field, HashSet<MethodDefinition> closure)
    {
        if (IsMarked(field))
        {
            return;
        }

        HashSet<TypeDefinition> authors = [.. closure.Select(method => Generated.Author(method.DeclaringType))];
        foreach (MethodDefinition writer in _writers.Value.GetValueOrDefault(field.FullName) ?? [])
        {
            bool own = writer is { IsConstructor: true, IsStatic: true } && writer.DeclaringType == field.DeclaringType;
            bool inside = Generated.Is(writer)
                ? authors.Contains(Generated.Author(writer.DeclaringType))
                : closure.Contains(writer);
            if (!own && !inside)
            {
                var names = new SymbolNames();
                throw new ResearchException(
                    $"{names.Of(field)} is read by the target's code and written elsewhere, by {names.Of(writer)}: what it holds is in no fingerprint. "
                        + "Pass it as a setting, or make it readonly."
                );
            }
        }
    }

    private static Dictionary<string, List<MethodDefinition>> Writers(OwnCode code)
    {
        var writers = new Dictionary<string, List<MethodDefinition>>();
        foreach (TypeDefinition type in code.Modules().SelectMany(module => module.GetTypes()))
        {
            foreach (MethodDefinition method in type.Methods.Where(method => method.HasBody))
            {
                foreach (Instruction instruction in method.Body.Instructions)
                {
                    if (
                        instruction is { OpCode.Code: Code.Stsfld or Code.Ldsflda, Operand: FieldReference field }
                        && code.IsOwn(field.DeclaringType)
                    )
                    {
                        string name = field.Resolve()?.FullName ?? field.FullName;
                        writers.TryAdd(name, []);
                        writers[name].Add(method);
                    }
                }
            }
        }

        return writers;
    }
}
