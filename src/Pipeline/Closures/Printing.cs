using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Research.Pipeline.Closures;

/// <summary>Whether a call into the framework may turn an object of ours into text.</summary>
/// <remarks>Only then does the order count in which a record declares its members. Where it cannot be told, it may.</remarks>
internal static class Printing
{
    private static readonly HashSet<string> Writers =
    [
        "System.String",
        "System.Text.StringBuilder",
        "System.Runtime.CompilerServices.DefaultInterpolatedStringHandler",
        "System.FormattableString",
        "System.Runtime.CompilerServices.FormattableStringFactory",
        "System.IO.TextWriter",
        "System.IO.StreamWriter",
        "System.IO.StringWriter",
        "System.Console",
        "System.Convert",
        "System.MemoryExtensions",
    ];

    public static bool MayPrint(OwnCode code, MethodBody body, Instruction instruction, MethodReference method)
    {
        if (method.Name == "ToString" && method.DeclaringType.FullName == "System.Object")
        {
            return Receiver(body, instruction) is not { } receiver || MayBeOurs(code, receiver);
        }

        string type = method.DeclaringType.GetElementType().FullName;
        bool nested = type.Contains("AppendInterpolatedStringHandler", StringComparison.Ordinal);
        if (!nested && !Writers.Contains(type))
        {
            return false;
        }

        IEnumerable<TypeReference> arguments = (method as GenericInstanceMethod)?.GenericArguments ?? [];
        IEnumerable<TypeReference> parameters = method.GetElementMethod().Parameters.Select(parameter => parameter.ParameterType);
        return arguments.Any(argument => MayBeOurs(code, argument)) || parameters.Any(HoldsObjects);
    }

    private static bool HoldsObjects(TypeReference type) =>
        type.FullName is "System.Object" or "System.Object[]"
        || (
            type is GenericInstanceType generic && generic.GenericArguments.Any(argument => argument.FullName == "System.Object")
        );

    private static bool MayBeOurs(OwnCode code, TypeReference type) =>
        type.FullName == "System.Object"
        || type is GenericParameter
        || code.Own(type) is { IsEnum: false }
        || (type is GenericInstanceType generic && generic.GenericArguments.Any(argument => MayBeOurs(code, argument)));

    // Null where the instruction before does not tell.
    private static TypeReference? Receiver(MethodBody body, Instruction instruction) =>
        instruction.Previous is not { } before
            ? null
            : before.Operand switch
            {
                TypeReference constrained when before.OpCode.Code == Code.Constrained => constrained, // a call on a value says its type itself
                MethodReference { Name: ".ctor" } created => created.DeclaringType,
                MethodReference { ReturnType: not GenericParameter } called => called.ReturnType,
                FieldReference { FieldType: not GenericParameter } field => field.FieldType,
                VariableDefinition local => local.VariableType,
                ParameterDefinition parameter => parameter.ParameterType,
                _ => before.OpCode.Code switch
                {
                    Code.Ldloc_0 => body.Variables[0].VariableType,
                    Code.Ldloc_1 => body.Variables[1].VariableType,
                    Code.Ldloc_2 => body.Variables[2].VariableType,
                    Code.Ldloc_3 => body.Variables[3].VariableType,
                    _ => null,
                },
            };
}
