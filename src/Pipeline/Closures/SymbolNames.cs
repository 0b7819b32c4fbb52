using System.Globalization;
using Mono.Cecil;

namespace Research.Pipeline.Closures;

/// <summary>Names of types and members within one unit: symbols instead of tokens, counters of our own for what the compiler named.</summary>
internal sealed class SymbolNames
{
    private readonly Dictionary<object, string> _numbers = [];

    /// <summary>Generated types and methods in the order in which the unit met them.</summary>
    public Action<IMemberDefinition>? Met { get; init; }

    public string Of(TypeReference type) =>
        type switch
        {
            GenericParameter parameter => (parameter.Owner is MethodReference ? "!!" : "!") + Text(parameter.Position),
            GenericInstanceType generic => $"{Of(generic.ElementType)}<{string.Join(',', generic.GenericArguments.Select(Of))}>",
            ArrayType array => $"{Of(array.ElementType)}[{new string(',', array.Rank - 1)}]",
            ByReferenceType reference => Of(reference.ElementType) + "&",
            PointerType pointer => Of(pointer.ElementType) + "*",
            PinnedType pinned => Of(pinned.ElementType) + " pinned",
            RequiredModifierType modified => $"{Of(modified.ElementType)} modreq({Of(modified.ModifierType)})",
            OptionalModifierType modified => $"{Of(modified.ElementType)} modopt({Of(modified.ModifierType)})",
            FunctionPointerType pointer =>
                $"{Of(pointer.ReturnType)}*({string.Join(',', pointer.Parameters.Select(p => Of(p.ParameterType)))})",
            // What an anonymous object prints holds the names of its members.
            _ when Generated.IsAnonymous(type) =>
                $"anonymous {string.Join(' ', type.Resolve().Properties.Select(property => property.Name))}",
            _ => Generated.Is(type) ? Number(type.Resolve(), "type") : Plain(type),
        };

    public string Of(MethodReference method)
    {
        string name = Generated.Is(method) && method.Resolve() is { } definition ? Number(definition, "method") : method.Name;
        string arguments = method is GenericInstanceMethod generic
            ? $"<{string.Join(',', generic.GenericArguments.Select(Of))}>"
            : "";
        MethodReference open = method.GetElementMethod();
        string parameters = string.Join(',', open.Parameters.Select(parameter => Of(parameter.ParameterType)));
        return $"{Of(method.DeclaringType)}::{name}{arguments}({parameters}) {Of(open.ReturnType)}";
    }

    public string Of(FieldReference field) =>
        $"{Of(field.DeclaringType)}::{(Generated.Is(field) && field.Resolve() is { } definition ? Number(definition, "field") : field.Name)} {Of(field.FieldType)}";

    private static string Plain(TypeReference type) =>
        Generated.IsFileLocal(type)
            ? $"{type.Namespace}.file {type.Name[(type.Name.IndexOf(">F", StringComparison.Ordinal) + 68)..]}"
        : type.DeclaringType is { } outer ? $"{Plain(outer)}/{type.Name}"
        : type.Namespace.Length > 0 ? $"{type.Namespace}.{type.Name}"
        : type.Name;

    private string Number(IMemberDefinition member, string kind)
    {
        if (!_numbers.TryGetValue(member, out string? number))
        {
            number = $"generated {kind} {Text(_numbers.Count)}";
            _numbers.Add(member, number);
            Met?.Invoke(member);
        }

        return number;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
