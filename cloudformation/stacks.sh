# Sourced by deploy and destroy: the stacks in their order, and the AWS CLI.

project=tillstream
runtime_stacks="bus storage streams tables queues access delivery rules"
aws_stacks="network images compute lake alarms dashboard archive"

# Said to each call: for SQS the CLI's first version does not read AWS_ENDPOINT_URL.
aws() {
  command aws ${AWS_ENDPOINT_URL:+--endpoint-url "$AWS_ENDPOINT_URL"} "$@"
}

endpoint() {
  export AWS_ENDPOINT_URL=$1
  case $1 in
    # LocalStack takes any credentials, but the CLI wants some.
    http://localhost:* | http://127.0.0.1:*)
      export AWS_ACCESS_KEY_ID=${AWS_ACCESS_KEY_ID:-test} AWS_SECRET_ACCESS_KEY=${AWS_SECRET_ACCESS_KEY:-test} \
        AWS_REGION=${AWS_REGION:-us-east-1} ;;
  esac
}

# The CLI reads the folder where it is.
credentials() {
  [ -d "$1" ] || { echo "no such folder: $1" >&2; exit 2; }
  unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN AWS_PROFILE
  AWS_SHARED_CREDENTIALS_FILE=$(cd "$1" && pwd)/credentials
  AWS_CONFIG_FILE=$(cd "$1" && pwd)/config
  export AWS_SHARED_CREDENTIALS_FILE AWS_CONFIG_FILE
}

need_aws() {
  type -P aws >/dev/null || { echo "The AWS CLI is needed: https://docs.aws.amazon.com/cli/" >&2; exit 2; }
  [ -z "${AWS_REGION:-}" ] || export AWS_DEFAULT_REGION=$AWS_REGION
  export AWS_PAGER=""
  # No answer should be no answer, not a stack that isn't there.
  aws sts get-caller-identity --query Account --output text >/dev/null
}

template_of() {
  if [ -f "cloudformation/runtime/$1.yaml" ]; then
    echo "cloudformation/runtime/$1.yaml"
  else
    echo "cloudformation/aws/$1.yaml"
  fi
}

parameter_names() {
  sed -n '/^Parameters:/,/^[A-Z]/s/^  \([A-Za-z]*\):$/\1/p' "$1"
}

default_of() {
  sed -n "/^Parameters:/,/^[A-Z]/{/^  $2:/,/^  [A-Za-z]/s/^    Default: *//p}" "$1" | head -n 1 | tr -d "'\""
}

# only WITH: the stacks that are wanted, in their order.
chosen() {
  local only=$1 with=$2 stack
  if [ -n "$only" ]; then
    for stack in ${only//,/ }; do
      [ -f "$(template_of "$stack")" ] || { echo "no such stack: $stack" >&2; return 1; }
    done
    for stack in $runtime_stacks $aws_stacks; do
      [[ ",$only," == *",$stack,"* ]] && echo "$stack"
    done
    return 0
  fi
  for stack in $runtime_stacks; do echo "$stack"; done
  for stack in $aws_stacks; do
    [[ $with == all || ",$with," == *",$stack,"* ]] && echo "$stack"
  done
  return 0
}

# Empty if there is no such stack.
stack_status() {
  local output
  if output=$(aws cloudformation describe-stacks --stack-name "$1" --query 'Stacks[0].StackStatus' --output text 2>&1); then
    [ "$output" = DELETE_COMPLETE ] || echo "$output"
  elif ! grep -q "does not exist" <<<"$output"; then
    echo "$output" >&2
    return 1
  fi
}

# The CLI's own waiters look every 30 seconds.
wait_for() {
  local name=$1 wanted=$2 status pause=1
  while status=$(stack_status "$name"); do
    case $status in
      "$wanted" | "${wanted}_CLEANUP_IN_PROGRESS") return 0 ;;
      "") [ "$wanted" = DELETE_COMPLETE ] && return 0; echo "$name is gone" >&2; return 1 ;;
      *ROLLBACK_COMPLETE | *_FAILED)
        echo "$name is $status:" >&2
        aws cloudformation describe-stack-events --stack-name "$name" --output text \
          --query 'StackEvents[?ends_with(ResourceStatus,`FAILED`)].[LogicalResourceId,ResourceStatusReason]' >&2
        return 1 ;;
    esac
    sleep "$pause"
    [ "$pause" -ge 10 ] || pause=$((pause + 1))
  done
}
